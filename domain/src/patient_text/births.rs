//! Dates of birth: any date beside a word of birth, and any date so long ago that it is hardly of somebody's work.

use super::pieces::{Piece, Sort};
use chrono::{Datelike, NaiveDate};
use std::ops::Range;

/// A date of more years ago is asked about wherever it stands.
const LONG_AGO_YEARS: i32 = 18;
/// How far behind a word of birth its date stands, in characters, and how far before it.
const BEHIND: usize = 30;
const BEFORE: usize = 12;
/// A year alone stands closer: `born in 1950`.
const BEHIND_FOR_YEARS: usize = 12;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Words after which a date is one of birth.
const BIRTH: [&str; 5] = ["dob", "yob", "born", "birthday", "birthdate"];

/// A date as it stands in a text.
struct Written {
    place: Range<usize>,
    year: i32,
    /// Whether it is a date wherever it stands, and not only beside a word of birth.
    whole: bool,
}

/// What the first pieces of a text say as a date.
struct Read {
    /// As it is written: with two digits or four.
    year: u32,
    pieces: usize,
    whole: bool,
}

/// Where dates of birth stand, as at `today`.
pub(super) fn find(pieces: &[Piece<'_>], today: NaiveDate) -> Vec<Range<usize>> {
    let births = births(pieces);
    let mut found = Vec::new();
    let mut next = 0;
    while next < pieces.len() {
        let rest = pieces.get(next..).unwrap_or_default();
        let read = read(rest).filter(|_| !is_attached(pieces, next));
        let length = read.as_ref().map_or(1, |read| read.pieces);
        if let Some(written) = read.and_then(|read| written(rest, &read, today)) {
            let long_ago = written.whole && written.year + LONG_AGO_YEARS < today.year();
            if long_ago || births.iter().any(|birth| is_near(birth, &written)) {
                found.push(written.place);
            }
        }
        next += length;
    }
    found
}

/// Where the words of birth stand: `DOB`, `d.o.b.`, `date of birth`, `born`.
fn births(pieces: &[Piece<'_>]) -> Vec<Range<usize>> {
    let words: Vec<&Piece<'_>> = pieces.iter().filter(|piece| piece.is(Sort::Letters)).collect();
    let is = |at: usize, expected: &[&str]| words.get(at).is_some_and(|w| w.is_word(expected));
    let of = |(at, word): (usize, &&Piece<'_>)| {
        let alone =
            word.is_word(&BIRTH) || is(at, &["birth"]) && is(at + 1, &["date", "day", "year"]);
        let of_birth = is(at, &["of"]) && is(at + 1, &["birth"]);
        let spelled = is(at, &["d"]) && is(at + 1, &["o"]) && is(at + 2, &["b"]);
        let last = at + usize::from(of_birth) + 2 * usize::from(spelled);
        let end = words.get(last).map(|word| word.end())?;
        (alone || of_birth || spelled).then_some(word.at..end)
    };
    words.iter().enumerate().filter_map(of).collect()
}

fn is_near(birth: &Range<usize>, written: &Written) -> bool {
    let Range { start, end } = written.place;
    let behind = if written.whole { BEHIND } else { BEHIND_FOR_YEARS };
    let (follows, precedes) = (start.checked_sub(birth.end), birth.start.checked_sub(end));
    follows.is_some_and(|gap| gap <= behind)
        || written.whole && precedes.is_some_and(|gap| gap <= BEFORE)
}

/// Whether what begins here is the end of something longer: `v1.2.55`, `10.1.2.55`.
fn is_attached(pieces: &[Piece<'_>], at: usize) -> bool {
    let before = |by: usize| at.checked_sub(by).and_then(|at| pieces.get(at));
    let letters = before(1).is_some_and(|p| p.is(Sort::Letters) && !p.is_word(&BIRTH));
    letters || before(1).is_some_and(joins) && before(2).is_some_and(|p| p.is(Sort::Digits))
}

/// Whether it is a mark that holds the numbers of a date together.
fn joins(piece: &Piece<'_>) -> bool {
    piece.is_mark("./-")
}

/// A date at the beginning of the pieces, in any way of writing.
fn read(pieces: &[Piece<'_>]) -> Option<Read> {
    numeric(pieces).or_else(|| with_month(pieces)).or_else(|| beside_birth(pieces))
}

/// Where the date stands and its whole year; `None` for years that are not of the living.
fn written(pieces: &[Piece<'_>], read: &Read, today: NaiveDate) -> Option<Written> {
    let year = match read.year as i32 {
        year if year > 99 => year,
        year if 2000 + year > today.year() => 1900 + year,
        year => 2000 + year,
    };
    let last = pieces.get(read.pieces.checked_sub(1)?)?;
    let place = pieces.first()?.at..last.end();
    let real = (1900..=today.year()).contains(&year);
    real.then_some(Written { place, year, whole: read.whole })
}

/// `12/03/1955`, `12.3.55`, `1955-03-12`.
fn numeric(pieces: &[Piece<'_>]) -> Option<Read> {
    let [first, mark, second, again, third, behind @ ..] = pieces else { return None };
    let longer =
        behind.first().is_some_and(joins) && behind.get(1).is_some_and(|p| p.is(Sort::Digits));
    if !joins(mark) || again.text != mark.text || longer {
        return None;
    }
    let (year, day) = match first.number(4..5) {
        Some(year) => (year, third.number(1..3)?),
        None => (third.number(4..5).or_else(|| third.number(2..3))?, first.number(1..3)?),
    };
    let month = second.number(1..3)?;
    let real = |month, day| (1..=12).contains(&month) && (1..=31).contains(&day);
    (real(month, day) || real(day, month)).then_some(Read { year, pieces: 5, whole: true })
}

/// `12 March 1955`, `12th of Mar '55`, `March 12, 1955`. Without the apostrophe two digits may count something else.
fn with_month(pieces: &[Piece<'_>]) -> Option<Read> {
    let mut parts = pieces.iter().enumerate().filter(|(_, piece)| !is_between(piece));
    let mut next = || parts.next();
    let ((begin, first), (_, second), (at, third)) = (next()?, next()?, next()?);
    let is_day = |piece: &Piece<'_>| piece.number(1..3).is_some_and(|day| (1..=31).contains(&day));
    let dated = is_day(first) && is_month(second) || is_month(first) && is_day(second);
    let short = third.number(2..3);
    let year = third.number(4..5).or(short)?;
    let marked = at.checked_sub(1).and_then(|at| pieces.get(at)).is_some_and(|p| p.is_mark("'"));
    let whole = short.is_none() || marked;
    (dated && begin == 0).then_some(Read { year, pieces: at + 1, whole })
}

/// What stands between the parts of a date in words.
fn is_between(piece: &Piece<'_>) -> bool {
    piece.is(Sort::Space) || piece.is_mark(",.'-") || piece.is_word(&["st", "nd", "rd", "th", "of"])
}

fn is_month(piece: &Piece<'_>) -> bool {
    let word = piece.text.to_lowercase();
    piece.is(Sort::Letters)
        && word.len() >= 3
        && MONTHS.iter().any(|month| month.starts_with(&word))
}

/// A year alone, or a date without marks, which is one only beside a word of birth: `1955`, `12031955`, `120355`.
fn beside_birth(pieces: &[Piece<'_>]) -> Option<Read> {
    let digits = pieces.first().filter(|piece| piece.is(Sort::Digits))?.text;
    let part = |range: Range<usize>| digits.get(range).and_then(|part| part.parse::<u32>().ok());
    let year = match digits.len() {
        4 => part(0..4),
        6 => part(4..6),
        8 => part(4..8).filter(|year| *year >= 1900).or_else(|| part(0..4)),
        _ => None,
    }?;
    Some(Read { year, pieces: 1, whole: false })
}
