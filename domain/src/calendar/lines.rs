//! The lines of a calendar file: text escaped, long lines folded, each ended by CRLF (RFC 5545, sections 3.1 and 3.3.11).

/// The most octets of a line, without its end.
const MOST: usize = 75;

/// Lines as they are written, one after the other.
#[derive(Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A name, with its parameters, and a value that is no text: a word, a number, a time, an address.
    pub fn line(&mut self, name: &str, value: &str) {
        self.0.push_str(&folded(&format!("{name}:{value}")));
    }

    /// A name and a text in people's words.
    pub fn text(&mut self, name: &str, words: &str) {
        self.line(name, &escaped(words));
    }

    pub fn written(self) -> String {
        self.0
    }
}

/// What would be read as a sign stands behind a backslash; the end of a line is one.
fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for letter in words.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => text.extend(['\\', letter]),
            '\n' | '\r' => text.push_str("\\n"),
            _ => text.push(letter),
        }
    }
    text
}

/// A line in pieces that each begin with a space but the first. No letter is parted; control characters, which no line may hold,
/// are left out.
fn folded(line: &str) -> String {
    let mut text = String::with_capacity(line.len() + line.len() / MOST * 3 + 2);
    let mut room = MOST;
    for letter in line.chars().filter(|letter| *letter == '\t' || !letter.is_control()) {
        if letter.len_utf8() > room {
            text.push_str("\r\n ");
            room = MOST - 1;
        }
        text.push(letter);
        room -= letter.len_utf8();
    }
    text.push_str("\r\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(words: &str) -> String {
        let mut lines = Lines::default();
        lines.text("SUMMARY", words);
        lines.written()
    }

    /// As a calendar reads it.
    fn read(written: &str) -> String {
        let line = written.replace("\r\n ", "");
        let line = line.strip_prefix("SUMMARY:").unwrap().strip_suffix("\r\n").unwrap();
        let mut words = String::new();
        let mut letters = line.chars();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => words.push(match letters.next().unwrap() {
                    'n' => '\n',
                    sign => sign,
                }),
                _ => words.push(letter),
            }
        }
        words
    }

    #[test]
    fn signs_in_a_text_are_escaped() {
        let table = [
            ("Risk; safety, hope", "SUMMARY:Risk\\; safety\\, hope\r\n"),
            ("C:\\room", "SUMMARY:C:\\\\room\r\n"),
            ("one\ntwo\r\nthree\rfour", "SUMMARY:one\\ntwo\\nthree\\nfour\r\n"),
            ("bell\u{7}\u{0}", "SUMMARY:bell\r\n"),
        ];
        for (words, line) in table {
            assert_eq!(written(words), line);
        }
    }

    #[test]
    fn a_line_has_75_octets_at_most_and_no_letter_is_parted() {
        // 8 octets of the name, 67 letters: exactly a line. One more begins the next.
        assert_eq!(written(&"a".repeat(67)), format!("SUMMARY:{}\r\n", "a".repeat(67)));
        assert_eq!(written(&"a".repeat(68)), format!("SUMMARY:{}\r\n a\r\n", "a".repeat(67)));
        // Each letter of Bengali has 3 octets: 22 of them fit behind the name, and 24 behind a space.
        let bengali = "মানসিক স্বাস্থ্য ".repeat(9);
        let lines = written(&bengali);
        assert!(lines.split("\r\n").all(|line| line.len() <= 75), "{lines}");
        assert_eq!(read(&lines), bengali);
        let only = "ক".repeat(50);
        let octets: Vec<usize> = written(&only).split("\r\n").map(str::len).collect();
        assert_eq!(octets, [8 + 22 * 3, 1 + 24 * 3, 1 + 4 * 3, 0]);
    }

    #[test]
    fn a_value_begins_no_line_of_its_own() {
        let mut lines = Lines::default();
        lines.line("ATTENDEE", "mailto:a@b.example\r\nBEGIN:VALARM");
        assert_eq!(lines.written(), "ATTENDEE:mailto:a@b.exampleBEGIN:VALARM\r\n");
    }

    proptest! {
        #[test]
        fn every_text_is_read_as_it_was_written(letters in proptest::collection::vec(any::<char>(), 0..300)) {
            let words: String = letters.into_iter().filter(|letter| !letter.is_control()).collect();
            let lines = written(&words);
            prop_assert!(lines.split("\r\n").all(|line| line.len() <= 75));
            prop_assert_eq!(read(&lines), words);
        }
    }
}
