//! What one person's posts in a row come to, item by item: worked out once, however many queries ask about the same posts.

use super::query::ItemKind;
use super::row::Counts;
use super::standings::Known;
use super::tally::{Frame, pair};
use crate::people::Terms;
use crate::requirements::Asked;

/// The pairs of one person in one item of a row.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Share {
    /// The position of the item in the row.
    pub item: usize,
    paired: Counts,
    exempt: u32,
    /// FTE of the posts that ask something of it; of no meaning where several items are taken together.
    fte: i64,
}

impl Share {
    /// The share in an item of which `of_item` is what the posts in the row ask.
    pub fn of(frame: &Frame, known: &Known, posts: &[&Terms], of_item: &[Asked]) -> Self {
        let mut share = Self::default();
        for asked in of_item {
            match pair(*asked, known.of(asked.competency), frame.query.as_at) {
                Some(pair) => share.paired.add(&pair),
                None => share.exempt += 1,
            }
        }
        if frame.query.item != ItemKind::All && share.paired.required > 0 {
            share.fte = fte_asked(frame, known, posts, of_item);
        }
        share
    }

    /// Several items as one.
    fn and(mut self, other: &Self) -> Self {
        self.paired.add(&other.paired);
        self.exempt += other.exempt;
        self
    }

    /// What it adds to the counts of a row: pairs to everything asked, and one person to a competency or domain.
    pub fn counts(&self, item: ItemKind) -> Counts {
        let Self { paired, exempt, fte, .. } = *self;
        if item == ItemKind::All {
            return Counts { exempt, people: u32::from(paired.required > 0), ..paired };
        }
        if paired.required == 0 {
            return Counts { exempt, ..Counts::default() };
        }
        let share = paired.as_one_person();
        let fte_met_confirmed = if share.met_confirmed > 0 { fte } else { 0 };
        Counts { exempt, fte_required: fte, fte_met_confirmed, ..share }
    }
}

/// FTE of the posts whose role asks something of the item, at any level, after exemptions.
fn fte_asked(frame: &Frame, known: &Known, posts: &[&Terms], of_item: &[Asked]) -> i64 {
    if let [one] = posts {
        return one.fte.millionths(); // the only post, so it asked what is counted
    }
    let open = |competency| {
        of_item.iter().any(|asked| asked.competency == competency) && !known.of(competency).exempt
    };
    let asks =
        |terms: &&&Terms| frame.asked_of(terms.role).iter().any(|asked| open(asked.competency));
    posts.iter().filter(asks).map(|terms| terms.fte.millionths()).sum()
}

/// The shares of the person who is being counted, as far as they were worked out.
#[derive(Debug)]
pub(super) struct Shares<'p> {
    /// For each query, the first of those that ask the same on the same day, item by item or of all items together.
    first_alike: Vec<usize>,
    known: Vec<OfPosts<'p>>,
}

/// The shares of some posts of a person.
#[derive(Debug)]
struct OfPosts<'p> {
    /// The first of the queries that ask the same.
    query: usize,
    item: ItemKind,
    posts: Vec<&'p Terms>,
    shares: Vec<Share>,
}

impl<'p> Shares<'p> {
    /// Room for the shares of one person at a time.
    pub fn new(frames: &[Option<Frame<'_>>]) -> Self {
        let first = |frame: &Frame<'_>| {
            let is_alike = |other: &Option<Frame<'_>>| {
                other.as_ref().is_some_and(|other| other.asks_the_same_as(frame))
            };
            frames.iter().position(is_alike)
        };
        let first_alike = frames.iter().map(|frame| frame.as_ref().and_then(first).unwrap_or(0));
        Self { first_alike: first_alike.collect(), known: Vec::new() }
    }

    /// Turns to another person.
    pub fn turn(&mut self) {
        self.known.clear();
    }

    /// Adds the share of these posts to the counts of their row: of the query at that position, and the person who is being counted.
    pub fn add(
        &mut self,
        (query, frame): (usize, &Frame<'_>),
        (known, posts): (&Known, &[&'p Terms]),
        counts: &mut [Counts],
    ) {
        let item = frame.query.item;
        let query = self.first_alike.get(query).copied().unwrap_or(query);
        let at = self.known.iter().position(|of| of.answers((query, item), posts));
        let at = at.unwrap_or_else(|| {
            let shares = shares(frame, known, posts);
            self.known.push(OfPosts { query, item, posts: posts.to_vec(), shares });
            self.known.len() - 1
        });
        let Some(of) = self.known.get(at) else { return };
        let mut take = |share: &Share| {
            if let Some(counts) = counts.get_mut(share.item) {
                counts.take(&share.counts(item));
            }
        };
        if of.item == item {
            of.shares.iter().for_each(take);
        } else {
            take(&of.shares.iter().fold(Share::default(), Share::and));
        }
    }
}

impl OfPosts<'_> {
    /// Whether what was worked out answers a query of these posts: pairs of everything asked are those of its items together.
    fn answers(&self, (query, item): (usize, ItemKind), posts: &[&Terms]) -> bool {
        let are_same = |(one, other): (&&Terms, &&Terms)| std::ptr::eq(*one, *other);
        self.query == query
            && (self.item == item || item == ItemKind::All)
            && self.posts.len() == posts.len()
            && self.posts.iter().zip(posts).all(are_same)
    }
}

/// The share of these posts in each item of the row.
fn shares(frame: &Frame<'_>, known: &Known, posts: &[&Terms]) -> Vec<Share> {
    let asked = frame.asked_of_posts(posts);
    let item_of = |asked: &Asked| frame.item_of(asked.competency);
    let by_item = asked.chunk_by(|one, other| item_of(one) == item_of(other));
    let share = |of_item: &[Asked]| {
        let item = of_item.first().and_then(item_of)?;
        Some(Share { item, ..Share::of(frame, known, posts, of_item) })
    };
    by_item.filter_map(share).collect()
}
