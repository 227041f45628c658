//! A part of a long list, and what its reader is told of the whole.

use crate::figures::grouped;
use serde::{Deserialize, Serialize};

/// How many entries a page of a list holds.
pub const PAGE_SIZE: usize = 50;

/// One page of a list, counted from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paged<T> {
    pub entries: Vec<T>,
    pub page: usize,
    /// How many entries a page holds at most.
    pub size: usize,
    /// How many entries the whole list has.
    pub total: usize,
}

/// The page that was asked for of a list of so many entries, or the last where the list ends before it.
pub fn within(page: usize, size: usize, total: usize) -> usize {
    page.clamp(1, total.div_ceil(size.max(1)).max(1))
}

impl<T> Paged<T> {
    /// The page of `all` that was asked for, or the last where the list ends before it.
    pub fn of(all: Vec<T>, page: usize) -> Self {
        Self::with_size(PAGE_SIZE, all, page)
    }

    /// The same with pages of another size, for lists that are read as one picture.
    pub fn with_size(size: usize, all: Vec<T>, page: usize) -> Self {
        let total = all.len();
        let page = within(page, size, total);
        let entries = all.into_iter().skip((page - 1) * size).take(size).collect();
        Self { entries, page, size, total }
    }

    /// The same page with its entries made into something else: what is costly is done for one page only.
    pub fn map<U>(self, entry: impl FnMut(T) -> U) -> Paged<U> {
        let Self { entries, page, size, total } = self;
        Paged { entries: entries.into_iter().map(entry).collect(), page, size, total }
    }

    /// Whether there is more than this page.
    pub const fn is_part(&self) -> bool {
        self.entries.len() < self.total
    }

    pub const fn previous(&self) -> Option<usize> {
        if self.page > 1 { Some(self.page - 1) } else { None }
    }

    pub const fn next(&self) -> Option<usize> {
        if self.page * self.size < self.total { Some(self.page + 1) } else { None }
    }

    /// `Showing 51 to 100 of 320 grants`.
    pub fn showing(&self, what: &str) -> String {
        let before = (self.page - 1) * self.size;
        let (first, last) = (before + 1, before + self.entries.len());
        let [first, last, total] = [first, last, self.total].map(|number| grouped(number as u64));
        format!("Showing {first} to {last} of {total} {what}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_knows_its_neighbours_and_its_place() {
        let second = Paged::of((1..=120).collect(), 2);
        assert_eq!((second.entries.first(), second.entries.last()), (Some(&51), Some(&100)));
        assert_eq!((second.previous(), second.next()), (Some(1), Some(3)));
        assert_eq!(second.showing("people"), "Showing 51 to 100 of 120 people");
        assert_eq!(Paged::of((1..=120).collect::<Vec<_>>(), 3).next(), None);
        let larger = Paged::with_size(100, (1..=120).collect(), 2);
        assert_eq!((larger.entries.first(), larger.next()), (Some(&101), None));
        assert_eq!(larger.showing("teams"), "Showing 101 to 120 of 120 teams");
        let long = Paged::of((1..=3_200).collect::<Vec<_>>(), 21);
        assert_eq!(long.showing("people"), "Showing 1,001 to 1,050 of 3,200 people");
        assert!(larger.is_part() && !Paged::of(vec![1, 2], 1).is_part());
    }

    #[test]
    fn past_the_end_is_the_last_page_and_an_empty_list_has_one() {
        assert_eq!(Paged::of(vec![(); 120], 9).page, 3);
        assert_eq!(Paged::of(vec![(); 50], 2).page, 1);
        let empty = Paged::of(Vec::<u8>::new(), 0);
        assert_eq!((empty.page, empty.next(), empty.previous()), (1, None, None));
    }
}
