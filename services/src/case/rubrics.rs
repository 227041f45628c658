//! Levels as rubrics: one criterion says what the levels mean for any competency, and one for each competency that has
//! words of its own.

use super::addresses::Addresses;
use super::edition::{Edition, last_change};
use super::identifiers;
use super::words::{Criterion, CriterionLevel, Link, Rubric};
use chrono::{DateTime, Utc};
use domain::frameworks::Level;
use entities::competency;
use uuid::Uuid;

/// The one rubric of a version.
pub(super) fn rubric(edition: &Edition, at: &Addresses) -> Rubric {
    let version = edition.version.id.0;
    let identifier = identifiers::rubric(version);
    let writer = Writer { at, rubric: identifier, changed: last_change(&edition.version) };
    let general = identifiers::general_criterion(version);
    let meanings = Level::ALL.map(|level| Some(level.meaning().to_owned()));
    let mut criteria = vec![writer.criterion(general, None, 1, &meanings)];
    let competencies = edition.chapters().into_iter().flat_map(|(_, within)| within);
    for (of, own) in competencies.map(|of| (of, own(of))) {
        if own.iter().any(Option::is_some) {
            let item = at.link("CFItems", of.id.0, &of.title);
            let position = criteria.len() as i32 + 1;
            let identifier = identifiers::criterion(of.id.0);
            criteria.push(writer.criterion(identifier, Some(item), position, &own));
        }
    }
    Rubric {
        identifier,
        uri: at.uri("CFRubrics", identifier),
        title: "Levels".to_owned(),
        description: "What each level means".to_owned(),
        last_change_date_time: writer.changed,
        criteria,
    }
}

fn own(of: &competency::Model) -> [Option<String>; 5] {
    [&of.level_1, &of.level_2, &of.level_3, &of.level_4, &of.level_5].map(Clone::clone)
}

struct Writer<'a> {
    at: &'a Addresses,
    rubric: Uuid,
    changed: DateTime<Utc>,
}

impl Writer<'_> {
    fn criterion(
        &self,
        identifier: Uuid,
        item: Option<Link>,
        position: i32,
        descriptors: &[Option<String>; 5],
    ) -> Criterion {
        let levels = Level::ALL.into_iter().zip(descriptors);
        let levels = levels.filter_map(|(level, words)| Some((level, words.as_ref()?)));
        Criterion {
            identifier,
            uri: self.at.uri("CFRubricCriteria", identifier),
            category: item.as_ref().map_or("Any competency", |item| item.title.as_str()).to_owned(),
            item,
            position,
            rubric_id: self.rubric,
            last_change_date_time: self.changed,
            levels: levels.map(|(level, words)| self.level(identifier, level, words)).collect(),
        }
    }

    fn level(&self, criterion: Uuid, level: Level, words: &str) -> CriterionLevel {
        let identifier = identifiers::level(criterion, level.number());
        CriterionLevel {
            identifier,
            uri: self.at.uri("CFRubricCriterionLevels", identifier),
            description: words.to_owned(),
            quality: level.name().to_owned(),
            score: level.number(),
            position: level.number(),
            rubric_criterion_id: criterion,
            last_change_date_time: self.changed,
        }
    }
}
