//! A text as words, numbers, spaces and marks: what the scanners walk over.

use std::ops::Range;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Letters,
    Digits,
    /// As much white space as there is.
    Space,
    /// One character that is nothing else.
    Mark,
}

/// A run of one sort.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'t> {
    pub sort: Sort,
    pub text: &'t str,
    /// Its first character, counted in characters.
    pub at: usize,
}

impl Piece<'_> {
    /// The character after its last.
    pub fn end(&self) -> usize {
        self.at + self.text.chars().count()
    }

    pub fn is(&self, sort: Sort) -> bool {
        self.sort == sort
    }

    /// Whether it is one of these marks.
    pub fn is_mark(&self, marks: &str) -> bool {
        self.is(Sort::Mark) && marks.contains(self.text)
    }

    /// Whether it is one of these words, in any case.
    pub fn is_word(&self, words: &[&str]) -> bool {
        self.is(Sort::Letters) && words.iter().any(|word| word.eq_ignore_ascii_case(self.text))
    }

    /// Its value, where it is a number of these many digits.
    pub fn number(&self, digits: Range<usize>) -> Option<u32> {
        let fits = self.is(Sort::Digits) && digits.contains(&self.text.len());
        self.text.parse().ok().filter(|_| fits)
    }
}

/// The text with the many digits, dashes and spaces of word processors as the plain ones, character by character.
pub(super) fn plain(text: &str) -> String {
    text.chars().map(plain_character).collect()
}

fn plain_character(character: char) -> char {
    match character {
        '\u{ff10}'..='\u{ff19}' => {
            char::from_digit(u32::from(character) - 0xff10, 10).unwrap_or(character)
        }
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ad}' => '-',
        '\u{200b}'..='\u{200d}' | '\u{2060}' => ' ',
        '\u{2018}' | '\u{2019}' => '\'',
        space if space.is_whitespace() => ' ',
        other => other,
    }
}

fn sort_of(character: char) -> Sort {
    match character {
        c if c.is_ascii_digit() => Sort::Digits,
        c if c.is_alphabetic() => Sort::Letters,
        ' ' => Sort::Space,
        _ => Sort::Mark,
    }
}

/// Cuts a plain text into its pieces.
pub(super) fn of(plain: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut rest, mut at) = (plain, 0);
    while let Some(first) = rest.chars().next() {
        let sort = sort_of(first);
        let length = match sort {
            Sort::Mark => first.len_utf8(),
            _ => rest.find(|c| sort_of(c) != sort).unwrap_or(rest.len()),
        };
        let (text, after) = rest.split_at(length);
        let piece = Piece { sort, text, at };
        at = piece.end();
        pieces.push(piece);
        rest = after;
    }
    pieces
}
