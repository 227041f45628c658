//! A sheet: a title, what to know before the table, and one table that can be filtered. Numbers are numbers and days are days.

use super::looks::{Looks, plain};
use crate::press::Failed;
use chrono::NaiveDate;
use domain::returns::Marker;
use rust_xlsxwriter::{ColNum, RowNum, Table, TableColumn, TableStyle, Worksheet};

/// What stands in one place.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Empty,
    /// A text, whatever it begins with: it is never a formula.
    Text(String),
    Whole(u32),
    /// In whole percent.
    Percent(u32),
    Decimal(f64),
    Day(NaiveDate),
    /// A way to the sheet of that name.
    Link(&'static str),
}

impl Value {
    /// What is blank is nothing.
    pub fn text(text: impl Into<String>) -> Self {
        Some(text.into()).filter(|text| !text.is_empty()).map_or(Self::Empty, Self::Text)
    }

    pub fn whole(number: Option<u32>) -> Self {
        number.map_or(Self::Empty, Self::Whole)
    }

    pub fn percent(percent: Option<u32>) -> Self {
        percent.map_or(Self::Empty, Self::Percent)
    }

    pub fn day(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }

    /// A marker by its letter.
    pub fn note(note: Option<Marker>) -> Self {
        note.map_or(Self::Empty, |note| Self::text(note.code()))
    }
}

/// A sheet before it is written.
pub struct Sheet {
    pub name: &'static str,
    pub title: String,
    /// Sentences under the title.
    pub lines: Vec<String>,
    /// What stands under them, each with its name.
    pub facts: Vec<(&'static str, Value)>,
    /// Their heads, and how wide they are in letters.
    pub columns: Vec<(&'static str, u8)>,
    pub rows: Vec<Vec<Value>>,
}

impl Sheet {
    /// A sheet of data, which says where its notes are.
    pub fn data(
        (name, title): (&'static str, String),
        lines: Vec<String>,
        columns: Vec<(&'static str, u8)>,
        rows: Vec<Vec<Value>>,
    ) -> Self {
        let notes = "This sheet has one table. The sheet Notes says what its words and notes mean.";
        let nothing = rows.is_empty().then(|| "There is nothing to list.".to_owned());
        let lines = [notes.to_owned()].into_iter().chain(lines).chain(nothing).collect();
        Self { name, title, lines, facts: Vec::new(), columns, rows }
    }

    /// # Errors
    /// Fails where something is beyond what a sheet can hold.
    pub fn write(&self, sheet: &mut Worksheet) -> Result<(), Failed> {
        let looks = Looks::new();
        sheet.set_name(self.name)?;
        sheet.write_string_with_format(0, 0, self.title.as_str(), &looks.title)?;
        for (row, line) in (1..).zip(&self.lines) {
            sheet.write_string(row, 0, plain(line))?;
        }
        let first = 1 + self.lines.len() as RowNum;
        for (row, (name, value)) in (first..).zip(&self.facts) {
            sheet.write_string_with_format(row, 0, *name, &looks.name)?;
            looks.write(sheet, (row, 1), value)?;
        }
        self.write_table(sheet, &looks)?;
        self.set_page(sheet)
    }

    /// The row of the table's head.
    fn head(&self) -> RowNum {
        (1 + self.lines.len() + self.facts.len()) as RowNum
    }

    fn write_table(&self, sheet: &mut Worksheet, looks: &Looks) -> Result<(), Failed> {
        let head = self.head();
        for (col, (title, width)) in (0..).zip(&self.columns) {
            sheet.set_column_width(col, *width)?;
            sheet.write_string_with_format(head, col, *title, &looks.head)?;
        }
        let mut last = head;
        for (row, values) in (head + 1..).zip(&self.rows) {
            last = row;
            for (col, value) in (0..).zip(values) {
                looks.write(sheet, (row, col), value)?;
            }
        }
        // A table needs a row.
        if last > head {
            let width = self.columns.len() as ColNum;
            sheet.add_table(head, 0, last, width.saturating_sub(1), &self.table(looks))?;
        }
        Ok(())
    }

    fn table(&self, looks: &Looks) -> Table {
        let column = |(title, _): &(&'static str, u8)| {
            TableColumn::new().set_header(*title).set_header_format(looks.head.clone())
        };
        let columns: Vec<TableColumn> = self.columns.iter().map(column).collect();
        let letter = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '_' };
        let name: String = self.name.to_lowercase().chars().map(letter).collect();
        Table::new().set_name(name).set_style(TableStyle::Light1).set_columns(&columns)
    }

    /// The head stays in view, and stands on each printed page; what stands above a table of facts would fill the screen.
    fn set_page(&self, sheet: &mut Worksheet) -> Result<(), Failed> {
        let head = self.head();
        if self.facts.is_empty() {
            sheet.set_freeze_panes(head + 1, 0)?;
            sheet.set_repeat_rows(head, head)?;
        }
        sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
        Ok(())
    }
}
