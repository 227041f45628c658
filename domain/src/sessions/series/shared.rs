//! What sessions of a series are alike in, and what becomes of one when several are changed at once.

use chrono::NaiveTime;

/// What can be changed in several sessions at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    pub title: String,
    pub about: Option<String>,
    /// When it starts, by clocks in London; its day stays.
    pub time: NaiveTime,
    pub venue: Option<String>,
    pub link: Option<String>,
    pub capacity: u16,
}

impl Shared {
    /// This session once another was changed from `before` to `after`: what changed there changes here, what was left there stays
    /// as it is here. So a room that was changed for one day is kept when the title of all is changed.
    #[must_use]
    pub fn changed(self, before: &Self, after: &Self) -> Self {
        fn one<T: Clone + PartialEq>(own: T, before: &T, after: &T) -> T {
            if before == after { own } else { after.clone() }
        }
        Self {
            title: one(self.title, &before.title, &after.title),
            about: one(self.about, &before.about, &after.about),
            time: one(self.time, &before.time, &after.time),
            venue: one(self.venue, &before.venue, &after.venue),
            link: one(self.link, &before.link, &after.link),
            capacity: one(self.capacity, &before.capacity, &after.capacity),
        }
    }

    /// What is written in it, each with the name of its field.
    pub fn texts(&self) -> [(&'static str, &str); 4] {
        [
            ("title", &self.title),
            ("about", self.about.as_deref().unwrap_or_default()),
            ("venue", self.venue.as_deref().unwrap_or_default()),
            ("link", self.link.as_deref().unwrap_or_default()),
        ]
    }
}
