//! An edition as a package: the same rows always give the same text.

use super::addresses::Addresses;
use super::edition::{Edition, last_change};
use super::words::{
    ADOPTED, Association, CHILD_OF, COMPETENCY, DEPRECATED, DOMAIN, Document, Item, Link, Package,
    REPLACED_BY,
};
use super::{identifiers, keywords, rubrics};
use chrono::{DateTime, Utc};
use domain::codes::VersionState;
use entities::{competency, competency_domain, framework_source, framework_version, predecessor};

/// Everything of a version: each domain, then its competencies.
pub(crate) fn package(edition: &Edition, at: &Addresses) -> Package {
    let writer = Writer { at, changed: last_change(&edition.version) };
    let document = document(&edition.version, edition.source.as_ref(), at);
    let top = at.link("CFDocuments", document.identifier, &document.title);
    let (mut items, mut associations) = (Vec::new(), Vec::new());
    for (sequence, (domain, within)) in (1..).zip(edition.chapters()) {
        let link = at.link("CFItems", domain.id.0, &domain.title);
        items.push(writer.domain(domain));
        associations.push(writer.child(&link, &top, sequence));
        for (sequence, competency) in (1..).zip(within) {
            let child = at.link("CFItems", competency.id.0, &competency.title);
            items.push(writer.competency(competency));
            associations.push(writer.child(&child, &link, sequence));
        }
    }
    for (competency, replaced) in edition.replacements() {
        let link = at.link("CFItems", competency.id.0, &competency.title);
        associations.extend(replaced.into_iter().map(|old| writer.replaced(old, &link)));
    }
    let rubrics = vec![rubrics::rubric(edition, at)];
    Package { document, items, associations, rubrics }
}

/// A version as a document, as it stands in its package.
pub(super) fn document(
    version: &framework_version::Model,
    source: Option<&framework_source::Model>,
    at: &Addresses,
) -> Document {
    let of = |field: fn(&framework_source::Model) -> Option<String>| source.and_then(field);
    let made_here = || format!("Esteem at {}", at.base());
    Document {
        identifier: version.id.0,
        uri: at.uri("CFDocuments", version.id.0),
        creator: source.map_or_else(made_here, |source| source.creator.clone()),
        title: version.title.clone(),
        last_change_date_time: last_change(version),
        official_source_url: of(|s| s.official_source_url.clone()),
        publisher: of(|s| s.publisher.clone()),
        description: of(|s| s.description.clone()),
        language: of(|s| s.language.clone()),
        version: version.number.to_string(),
        adoption_status: match version.state {
            VersionState::Retired => DEPRECATED,
            _ => ADOPTED,
        },
        status_start_date: version.published_from,
        licence: source.and_then(licence),
        package: None,
    }
}

fn licence(source: &framework_source::Model) -> Option<Link> {
    Some(Link {
        title: source.licence_title.clone()?,
        identifier: source.licence_identifier?,
        uri: source.licence_uri.clone()?,
    })
}

struct Writer<'a> {
    at: &'a Addresses,
    changed: DateTime<Utc>,
}

impl Writer<'_> {
    fn domain(&self, domain: &competency_domain::Model) -> Item {
        Item {
            identifier: domain.id.0,
            uri: self.at.uri("CFItems", domain.id.0),
            full_statement: domain.title.clone(),
            abbreviated_statement: None,
            human_coding_scheme: domain.code.clone(),
            item_type: DOMAIN,
            concept_keywords: keywords::of_domain(domain),
            last_change_date_time: self.changed,
            document: None,
        }
    }

    fn competency(&self, of: &competency::Model) -> Item {
        Item {
            identifier: of.id.0,
            uri: self.at.uri("CFItems", of.id.0),
            full_statement: of.statement.clone(),
            abbreviated_statement: Some(of.title.clone()),
            human_coding_scheme: of.code.clone(),
            item_type: COMPETENCY,
            concept_keywords: keywords::of_competency(of),
            last_change_date_time: self.changed,
            document: None,
        }
    }

    fn child(&self, child: &Link, parent: &Link, sequence: i32) -> Association {
        Association {
            sequence_number: Some(sequence),
            ..self.joined(CHILD_OF, child.clone(), parent)
        }
    }

    fn replaced(&self, old: &predecessor::Model, new: &Link) -> Association {
        let predecessor::Model { identifier, title, uri, .. } = old.clone();
        self.joined(REPLACED_BY, Link { title, identifier, uri }, new)
    }

    fn joined(&self, kind: &'static str, origin: Link, destination: &Link) -> Association {
        let identifier = identifiers::association(kind, origin.identifier, destination.identifier);
        Association {
            identifier,
            kind,
            sequence_number: None,
            uri: self.at.uri("CFAssociations", identifier),
            origin,
            destination: destination.clone(),
            last_change_date_time: self.changed,
            document: None,
        }
    }
}
