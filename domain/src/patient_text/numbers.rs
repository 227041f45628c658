//! NHS numbers: ten digits, the last of which checks the others.

use super::pieces::{Piece, Sort};
use std::ops::Range;

/// How the ten digits are grouped: in one, as cards and letters print them, or with one of the two gaps left out.
const GROUPED: [&[usize]; 4] = [&[10], &[3, 3, 4], &[3, 7], &[6, 4]];
/// The numbers given out in England and Wales.
const FIRST: [char; 3] = ['4', '6', '7'];
/// What stands between groups.
const BETWEEN: &str = "-.";
/// What is written before a telephone number.
const TELEPHONE: [&str; 7] = ["tel", "telephone", "phone", "mobile", "mob", "fax", "whatsapp"];
/// What may stand between that word and the number.
const FILLERS: [&str; 6] = ["no", "number", "nr", "on", "is", "me"];

/// Where valid NHS numbers stand that are not written as telephone numbers.
pub(super) fn find(pieces: &[Piece<'_>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut next = 0;
    while let Some(first) = pieces.get(next) {
        let after = grouped(pieces, next).filter(|after| is_meant(pieces, next, *after));
        match after.and_then(|after| pieces.get(after.checked_sub(1)?)) {
            Some(last) => {
                found.push(first.at..last.end());
                next = after.unwrap_or(next + 1);
            }
            None => next += 1,
        }
    }
    found
}

/// The piece after ten valid digits that begin here, however they are grouped.
fn grouped(pieces: &[Piece<'_>], first: usize) -> Option<usize> {
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
        is_valid(&digits).then_some(at)
    })
}

/// The piece after a space, a hyphen or both.
fn after_gap(pieces: &[Piece<'_>], from: usize) -> Option<usize> {
    let rest = pieces.get(from..)?;
    let gap = rest.iter().take_while(|p| p.is(Sort::Space) || p.is_mark(BETWEEN)).count();
    (1..=3).contains(&gap).then_some(from + gap)
}

/// Whether ten digits begin as NHS numbers do, and the last one checks (modulus 11, weights 10 to 2).
pub(super) fn is_valid(digits: &str) -> bool {
    let values: Vec<u32> = digits.chars().filter_map(|digit| digit.to_digit(10)).collect();
    let Some((check, weighed)) = values.split_last().filter(|_| values.len() == 10) else {
        return false;
    };
    let sum: u32 = weighed.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    digits.starts_with(FIRST) && (11 - sum % 11) % 11 == *check
}

/// Whether the number stands by itself: neither a part of a longer one nor a telephone number.
fn is_meant(pieces: &[Piece<'_>], first: usize, after: usize) -> bool {
    let before = pieces.get(..first).unwrap_or_default();
    let behind = pieces.get(after..).unwrap_or_default();
    let joins = |mark: Option<&Piece<'_>>, digits: Option<&Piece<'_>>| {
        mark.is_some_and(|p| p.is_mark(BETWEEN)) && digits.is_some_and(|p| p.is(Sort::Digits))
    };
    let mut backwards = before.iter().rev();
    let mut forwards = behind.iter();
    let is_part =
        joins(backwards.next(), backwards.next()) || joins(forwards.next(), forwards.next());
    !is_part && !is_telephone(before)
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
