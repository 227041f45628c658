//! The letters of every document, and what becomes of a text that has others.
//!
//! A PDF that a screen reader can read has no empty boxes: a sign that no font has would stop the whole document. It is
//! therefore replaced before typesetting by one that says so, and the document explains it.

use serde_json::Value;
use std::sync::LazyLock;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use unicode_segmentation::UnicodeSegmentation;

/// Stands for a sign that no font has.
pub const UNKNOWN: char = '\u{FFFD}';

/// As many letters in a word fit a line, and a column of a table; a longer one may be broken anywhere.
const LONGEST_IN_LINE: usize = 64;
const LONGEST_IN_COLUMN: usize = 24;
const LONGEST_IN_HEAD: usize = 6;

/// Under these names lie the columns of a table, and the heads of narrow ones.
const ROWS: &str = "rows";
const HEADS: &str = "heads";

/// Where a word may be broken, though nothing is seen there.
const BREAK: char = '\u{200B}';

/// Noto Sans first; DejaVu Sans for what it lacks, such as Arabic, Hebrew, Armenian and Georgian.
pub static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    [notosans::REGULAR_TTF, notosans::BOLD_TTF, dejavu::sans::regular(), dejavu::sans::bold()]
        .into_iter()
        .filter_map(|font| Font::new(Bytes::new(font), 0))
        .collect()
});

/// What the fonts are called and which letters they have.
pub static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// Makes every text in `told` writable; says whether a sign had to be replaced.
pub fn make_writable(told: &mut Value) -> bool {
    made_writable(told, LONGEST_IN_LINE)
}

fn made_writable(told: &mut Value, longest: usize) -> bool {
    match told {
        Value::String(text) => {
            let (writable, replaced) = writable(text, longest);
            *text = writable;
            replaced
        }
        Value::Array(all) => {
            // Every one of them, not only until the first.
            let replaced =
                all.iter_mut().filter_map(|one| made_writable(one, longest).then_some(()));
            replaced.count() > 0
        }
        Value::Object(all) => all.iter_mut().fold(false, |any, (name, one)| {
            let longest = match name.as_str() {
                ROWS => LONGEST_IN_COLUMN,
                HEADS => LONGEST_IN_HEAD,
                _ => longest,
            };
            made_writable(one, longest) || any
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

/// The text in signs that the fonts have, lines kept, long words breakable; and whether a sign had to be replaced.
fn writable(text: &str, longest: usize) -> (String, bool) {
    let (mut written, mut replaced, mut in_word) = (String::new(), false, 0);
    for sign in text.graphemes(true) {
        in_word = if sign.chars().all(char::is_alphanumeric) { in_word + 1 } else { 0 };
        if in_word > longest {
            written.push(BREAK);
            in_word = 1;
        }
        match sign {
            "\n" | "\r\n" => written.push('\n'),
            "\t" => written.push(' '),
            sign if sign.chars().all(is_unseen) => {}
            sign if is_in_one_font(sign) => written.push_str(sign),
            _ => {
                written.push(UNKNOWN);
                replaced = true;
            }
        }
    }
    (written, replaced)
}

/// Steers other programs and has no shape of its own; some turn the order of letters round, which nobody could see.
fn is_unseen(letter: char) -> bool {
    let steering = ['\u{00AD}', '\u{061C}', '\u{FEFF}', '\u{180E}'];
    let ranges = ['\u{200B}'..='\u{200F}', '\u{2028}'..='\u{202E}', '\u{2060}'..='\u{206F}'];
    letter.is_control()
        || steering.contains(&letter)
        || ranges.iter().any(|range| range.contains(&letter))
}

/// A letter and its marks are drawn by one font or not at all; private areas mean nothing to anybody else.
fn is_in_one_font(sign: &str) -> bool {
    let is_private = |letter: char| matches!(u32::from(letter), 0xE000..=0xF8FF | 0xF_0000..);
    let has = |font: &Font| sign.chars().all(|c| font.info().coverage.contains(c.into()));
    !sign.chars().any(is_private) && FONTS.iter().any(has)
}
