//! A certificate of attendance as a document: one page to keep in a portfolio.

use crate::document::{Document, Fact, Part};
use domain::dates::spoken;
use domain::sessions::certificate::{Certificate, WHAT_IT_IS};

/// The certificate to print or to send.
pub fn certificate(certificate: &Certificate) -> Document {
    let Certificate { person_name, attended, slot, code, leads, outcomes, .. } = certificate;
    let fact = |name, text: String| Fact { name, text };
    let mut facts = vec![
        fact("Session", attended.title.clone()),
        fact("Format", attended.format.label().to_owned()),
        fact("When", slot.words()),
        fact("Attended", certificate.attendance().to_owned()),
        fact("CPD time", certificate.cpd_time()),
        fact("Led by", leads.join(", ")),
    ];
    facts.extend((!outcomes.is_empty()).then(|| fact("Meant to build", outcomes.join("\n"))));
    let closed = format!("{}, when the register was closed", spoken(certificate.issued_on()));
    facts.extend([
        fact("Session code", code.clone()),
        fact("Issued by", certificate.issued_by()),
        fact("Issued on", closed),
    ]);
    Document {
        title: "Certificate of attendance".to_owned(),
        about: person_name.clone(),
        day: attended.on,
        parts: vec![Part::Facts(facts), Part::Inset(WHAT_IT_IS.to_owned())],
        attached: None,
    }
}
