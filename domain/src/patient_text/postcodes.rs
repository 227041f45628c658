//! Full postcodes, with or without their space, in any case.

use super::pieces::{Piece, Sort};
use std::ops::Range;

/// The areas there are.
const AREAS: &str = " AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH \
                     EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M \
                     ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS \
                     ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE ";
/// Letters that the last two never are: they look like others.
const NEVER_LAST: &str = "CIKMOV";
/// Two small letters behind a digit that are no postcode: `on ward W4 1st floor`, `L3 2hr`.
const UNITS: [&str; 10] = ["st", "nd", "rd", "th", "hr", "yr", "wk", "pt", "ft", "lb"];

/// Where postcodes stand.
pub(super) fn find(pieces: &[Piece<'_>]) -> Vec<Range<usize>> {
    let starts = pieces.iter().enumerate().filter(|(_, piece)| is_area(piece));
    let found = starts.filter_map(|(at, area)| {
        let attached = at.checked_sub(1).and_then(|before| pieces.get(before));
        let last = pieces.get(last_of(pieces, at)?)?;
        let stands_alone = !attached.is_some_and(|piece| piece.is(Sort::Digits));
        stands_alone.then(|| area.at..last.end())
    });
    found.collect()
}

fn is_area(piece: &Piece<'_>) -> bool {
    piece.is(Sort::Letters)
        && piece.text.len() <= 2
        && AREAS.contains(&format!(" {} ", piece.text.to_uppercase()))
}

/// The last piece of the postcode whose area stands here: `E1 4NS`, `e14ns`, `EC1A 1BB`.
fn last_of(pieces: &[Piece<'_>], area: usize) -> Option<usize> {
    let mut at = area + 1;
    let district = pieces.get(at).filter(|piece| piece.is(Sort::Digits))?.text.len();
    at += 1;
    let letter = pieces.get(at).is_some_and(|p| p.is(Sort::Letters) && p.text.len() == 1);
    at += usize::from(letter);
    let space = pieces.get(at).is_some_and(|piece| piece.is(Sort::Space));
    at += usize::from(space);
    if !space && !letter {
        // The sector's digit is written onto the district's.
        return ((2..=3).contains(&district) && ends(pieces, at, &[])).then_some(at);
    }
    let sector = pieces.get(at).is_some_and(|p| p.is(Sort::Digits) && p.text.len() == 1);
    ((1..=2).contains(&district) && sector && ends(pieces, at + 1, &UNITS)).then_some(at + 1)
}

/// Whether the last two letters stand here, none of `units`, and nothing is written onto them.
fn ends(pieces: &[Piece<'_>], at: usize, units: &[&str]) -> bool {
    let attached = pieces.get(at + 1).is_some_and(|piece| piece.is(Sort::Digits));
    pieces.get(at).filter(|_| !attached).is_some_and(|piece| {
        let letters = piece.text.to_ascii_uppercase();
        let possible = |letter: char| letter.is_ascii_uppercase() && !NEVER_LAST.contains(letter);
        letters.len() == 2 && letters.chars().all(possible) && !units.contains(&piece.text)
    })
}
