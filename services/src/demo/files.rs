//! Contract files as text: CSV with a header, quotes only where they are needed.

/// A file under way.
#[derive(Clone, Debug)]
pub(super) struct File {
    text: String,
    pub(super) rows: usize,
}

impl File {
    pub(super) fn new(columns: &[&str]) -> Self {
        let mut file = Self { text: String::new(), rows: 0 };
        file.line(columns);
        file
    }

    pub(super) fn row(&mut self, fields: &[&str]) {
        self.line(fields);
        self.rows += 1;
    }

    fn line(&mut self, fields: &[&str]) {
        for (at, field) in fields.iter().enumerate() {
            if at > 0 {
                self.text.push(',');
            }
            if field.contains([',', '"', '\n', '\r']) {
                self.text.push('"');
                self.text.push_str(&field.replace('"', "\"\""));
                self.text.push('"');
            } else {
                self.text.push_str(field);
            }
        }
        self.text.push('\n');
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_fields_that_need_them_get_quotes() {
        let mut file = File::new(&["code", "note"]);
        file.row(&["A", "plain"]);
        file.row(&["B", "with, comma and \"words\""]);
        assert_eq!(file.rows, 2);
        assert_eq!(file.into_text(), "code,note\nA,plain\nB,\"with, comma and \"\"words\"\"\"\n");
    }
}
