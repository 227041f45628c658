//! What pages show of people and their posts: plain values that cross to the browser.

use super::counting::Met;
use crate::codes::{PostCategory, PostStatus};
use crate::coverage::views::Heading;
use crate::dates::Period;
use crate::fte::Fte;
use crate::ids::{PersonId, PostId};
use crate::judgements::signing_off::Profile;
use crate::judgements::views::{Choice, Record, RecordDetail};
use crate::paging::Paged;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A list of people, searched by name or team.
pub type PeopleList = Paged<PersonLine>;

/// A person, as lists show them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonLine {
    pub id: PersonId,
    /// `Surname, First name`.
    pub name: String,
    /// Role and team of each post they hold now.
    pub posts: Vec<(String, String)>,
    /// Only where the reader may read their record.
    pub met: Option<Met>,
}

/// One person: their posts, and their record where the reader may read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonDetail {
    pub id: PersonId,
    pub name: String,
    /// Only for those who may read the record or manage a post.
    pub numbers: Option<Numbers>,
    pub posts: Vec<PostLine>,
    pub record: Option<Record>,
    pub may_add_post: bool,
    /// Whether the reader assesses them, and may confirm what they saw.
    pub may_observe: bool,
    /// The roles they hold, for whoever reads the record.
    pub profiles: Vec<Profile>,
}

/// How an employer knows somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbers {
    pub employee_number: String,
    pub work_email: Option<String>,
}

/// A post on its holder's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostLine {
    pub id: PostId,
    pub role: String,
    pub team: Heading,
    pub organisation: String,
    pub when: When,
    /// Only for those who may read the record or manage the post.
    pub terms: Option<PostTerms>,
    pub may_manage: bool,
}

/// Where a post lies in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum When {
    Now,
    Later,
    Ended,
}

/// Everything a post is held on, as at the day it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostTerms {
    pub held: Period,
    pub fte: Fte,
    pub category: PostCategory,
    pub status: PostStatus,
    pub line_manager: Option<String>,
    /// What is planned for later days, in words.
    pub planned: Vec<(NaiveDate, String)>,
}

/// What the form of a post offers, and what stands in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostForm {
    pub person_name: String,
    pub today: NaiveDate,
    pub teams: Vec<Choice>,
    pub roles: Vec<Choice>,
    pub line_managers: Vec<Choice>,
    /// The post as it stands; `None` where a new one is added.
    pub post: Option<PostNow>,
}

/// A post as its form shows it, in codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostNow {
    pub title: String,
    pub team: String,
    pub role: String,
    pub fte: Fte,
    pub category: PostCategory,
    pub status: PostStatus,
    pub line_manager: Option<PersonId>,
    pub held: Period,
    /// The day whose terms these are.
    pub shown_on: NaiveDate,
}

/// What the form of a starter offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StarterForm {
    pub team: Heading,
    pub organisation: String,
    pub post: PostForm,
    /// Somebody the reader may see who has the number or address that was typed.
    pub known: Option<(PersonId, String)>,
}

/// One competency of a person's record, opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonCompetency {
    pub id: PersonId,
    pub person_name: String,
    pub detail: RecordDetail,
    /// Only where they are exempt, for those who may ask it of them again.
    pub may_end_exemption: bool,
    /// Whether the reader may revoke the confirmed level.
    pub may_revoke: bool,
    /// For those who may ask for confirmation on their behalf: whom they could name.
    pub may_ask_of: Option<Vec<Choice>>,
}
