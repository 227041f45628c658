//! NHS numbers: ten digits, the last of which checks the others.

use super::pieces::{Piece, Sort};
use std::ops::Range;

/// How the ten digits are grouped: in one, as cards and letters print them, or with one of the two gaps left out.
const GROUPED: [&[usize]; 4] = [&[10], &[3, 3, 4], &[3, 7], &[6, 4]];
/// How the numbers begin that are given out in England and Wales.
const FIRST: [char; 3] = ['4', '6', '7'];
/// What stands between groups.
const BETWEEN: &str = "-.";
/// What calls a number one of the NHS, and what may stand before that number.
const NHS: [&str; 1] = ["nhs"];
const NUMBER: [&str; 3] = ["no", "num", "number"];
const BEFORE: &str = ".:#=(-";
/// What is written before a telephone number.
const TELEPHONE: [&str; 7] = ["tel", "telephone", "phone", "mobile", "mob", "fax", "whatsapp"];
/// What may stand between that word and the number.
const FILLERS: [&str; 6] = ["no", "number", "nr", "on", "is", "me"];

/// Where NHS numbers stand.
#[derive(Default)]
pub(super) struct Numbers {
    /// Those as they are given out, and not written as telephone numbers.
    pub given_out: Vec<Range<usize>>,
    /// Those that begin otherwise, such as numbers for tests and of other countries, and are called NHS numbers.
    pub called_so: Vec<Range<usize>>,
}

/// Finds the numbers whose last digit checks the others.
pub(super) fn find(pieces: &[Piece<'_>]) -> Numbers {
    let mut found = Numbers::default();
    let mut next = 0;
    while let Some(first) = pieces.get(next) {
        let before = pieces.get(..next).unwrap_or_default();
        let whole = grouped(pieces, next).filter(|(_, after)| !is_part(pieces, next, *after));
        next += 1;
        let Some((digits, after)) = whole else { continue };
        let places = match is_given_out(&digits) {
            true if !is_telephone(before) => &mut found.given_out,
            false if is_called_so(before) => &mut found.called_so,
            _ => continue,
        };
        places.extend(pieces.get(after - 1).map(|last| first.at..last.end()));
        next = after;
    }
    found
}

/// Ten digits that begin here and of which the last one checks, however they are grouped, and the piece after them.
fn grouped(pieces: &[Piece<'_>], first: usize) -> Option<(String, usize)> {
    GROUPED.iter().find_map(|groups| {
        let (mut digits, mut at) = (String::new(), first);
        for (nth, length) in groups.iter().enumerate() {
            if nth > 0 {
                at = after_gap(pieces, at)?;
            }
            let group = pieces.get(at)?;
            if !group.is(Sort::Digits) || group.text.len() != *length {
                return None;
            }
            digits.push_str(group.text);
            at += 1;
        }
        checks(&digits).then_some((digits, at))
    })
}

/// The piece after a space, a hyphen or both.
fn after_gap(pieces: &[Piece<'_>], from: usize) -> Option<usize> {
    let rest = pieces.get(from..)?;
    let gap = rest.iter().take_while(|p| p.is(Sort::Space) || p.is_mark(BETWEEN)).count();
    (1..=3).contains(&gap).then_some(from + gap)
}

/// Whether a number begins as those do that are given out.
fn is_given_out(digits: &str) -> bool {
    digits.starts_with(FIRST)
}

/// Whether the last of ten digits checks the others (modulus 11, weights 10 to 2).
pub(super) fn checks(digits: &str) -> bool {
    let values: Vec<u32> = digits.chars().filter_map(|digit| digit.to_digit(10)).collect();
    let Some((check, weighed)) = values.split_last().filter(|_| values.len() == 10) else {
        return false;
    };
    let sum: u32 = weighed.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    (11 - sum % 11) % 11 == *check
}

/// Whether the number is a part of a longer one.
fn is_part(pieces: &[Piece<'_>], first: usize, after: usize) -> bool {
    let before = pieces.get(..first).unwrap_or_default();
    let behind = pieces.get(after..).unwrap_or_default();
    let joins = |mark: Option<&Piece<'_>>, digits: Option<&Piece<'_>>| {
        mark.is_some_and(|p| p.is_mark(BETWEEN)) && digits.is_some_and(|p| p.is(Sort::Digits))
    };
    let mut backwards = before.iter().rev();
    let mut forwards = behind.iter();
    joins(backwards.next(), backwards.next()) || joins(forwards.next(), forwards.next())
}

/// Whether the words directly before a number call it one of the NHS: `NHS no:`, `NHS number`, `Nhs num.`, `NHS#`.
fn is_called_so(before: &[Piece<'_>]) -> bool {
    let is_gap = |piece: &Piece<'_>| piece.is(Sort::Space) || piece.is_mark(BEFORE);
    let (words, gap) = without_end(before, is_gap);
    let Some((last, rest)) = words.split_last() else { return false };
    if last.is_word(&NUMBER) {
        return without_end(rest, is_gap).0.last().is_some_and(|word| word.is_word(&NHS));
    }
    last.is_word(&NHS) && gap.iter().any(|piece| piece.is_mark("#"))
}

/// Pieces without those at their end that are so, and those.
fn without_end<'p, 't>(
    pieces: &'p [Piece<'t>],
    is_so: impl Fn(&Piece<'t>) -> bool,
) -> (&'p [Piece<'t>], &'p [Piece<'t>]) {
    let end = pieces.iter().rev().take_while(|piece| is_so(piece)).count();
    pieces.split_at(pieces.len() - end)
}

/// Whether what stands before a number makes it one to ring: `+44`, `0044`, `(0)`, `Tel:`, `phone no.`.
fn is_telephone(before: &[Piece<'_>]) -> bool {
    if before.last().is_some_and(|piece| piece.is_mark("+")) {
        return true;
    }
    let mut told = before.iter().rev().filter(|p| matches!(p.sort, Sort::Letters | Sort::Digits));
    let Some(last) = told.next() else { return false };
    if last.is(Sort::Digits) {
        let at = before.iter().rposition(|piece| piece.at == last.at).unwrap_or_default();
        let plus = at.checked_sub(1).and_then(|at| before.get(at)).is_some_and(|p| p.is_mark("+"));
        return plus || matches!(last.text, "0" | "0044");
    }
    let mut words = std::iter::once(last).chain(told).skip_while(|word| word.is_word(&FILLERS));
    words.next().is_some_and(|word| word.is_word(&TELEPHONE))
}
