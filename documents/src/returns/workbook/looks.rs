//! How the cells of a workbook look, and how a value is written into one.

use super::date;
use super::sheet::Value;
use crate::press::Failed;
use rust_xlsxwriter::{ColNum, Format, FormatAlign, FormatBorder, RowNum, Url, Worksheet};

/// The looks of cells. Each is told apart by more than its colour.
pub struct Looks {
    pub title: Format,
    /// Of a fact.
    pub name: Format,
    pub head: Format,
    text: Format,
    link: Format,
    whole: Format,
    percent: Format,
    decimal: Format,
    day: Format,
}

impl Looks {
    pub fn new() -> Self {
        let cell = || Format::new().set_align(FormatAlign::Top);
        Self {
            title: Format::new().set_bold().set_font_size(16),
            name: cell().set_bold(),
            head: cell()
                .set_bold()
                .set_text_wrap()
                .set_font_color("#FFFFFF")
                .set_background_color("#005EB8")
                .set_border_bottom(FormatBorder::Medium),
            text: cell().set_text_wrap(),
            link: cell().set_hyperlink(),
            whole: cell().set_num_format("#,##0"),
            percent: cell().set_num_format("0%"),
            decimal: cell(),
            day: cell().set_num_format("d mmmm yyyy").set_align(FormatAlign::Left),
        }
    }

    /// # Errors
    /// Fails where the value is beyond what a cell can hold.
    pub fn write(
        &self,
        sheet: &mut Worksheet,
        (row, col): (RowNum, ColNum),
        value: &Value,
    ) -> Result<(), Failed> {
        match value {
            Value::Empty => return Ok(()),
            Value::Text(text) => {
                sheet.write_string_with_format(row, col, plain(text), &self.text)?
            }
            Value::Whole(number) => {
                sheet.write_number_with_format(row, col, *number, &self.whole)?
            }
            Value::Percent(percent) => {
                let share = f64::from(*percent) / 100.0;
                sheet.write_number_with_format(row, col, share, &self.percent)?
            }
            Value::Decimal(number) => {
                sheet.write_number_with_format(row, col, *number, &self.decimal)?
            }
            Value::Day(day) => sheet.write_date_with_format(row, col, date(*day)?, &self.day)?,
            Value::Link(name) => {
                let link = Url::new(format!("internal:'{name}'!A1")).set_text(*name);
                sheet.write_url_with_format(row, col, link, &self.link)?
            }
        };
        Ok(())
    }
}

/// The library takes a text between these for markup of its own, and writes it as it is.
pub fn plain(text: &str) -> String {
    let is_markup = text.starts_with("<r>") && text.ends_with("</r>");
    if is_markup { format!("{text} ") } else { text.to_owned() }
}
