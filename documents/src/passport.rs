//! A passport as a document: for the next employer to read, with the signed file inside for their program to check.

use crate::document::{Attached, Cell, Document, Fact, Part};
use domain::dates::spoken;
use domain::frameworks::Level;
use domain::passport::{Basis, HeldCompetency, HeldPost, Passport, Signer};

/// What the signed file is called inside the document.
const FILE: &str = "passport.json";

/// The passport to print or to send. `signed` is the file as it was signed, byte for byte; `fingerprint` is that of its key.
pub fn passport(passport: &Passport, signed: Vec<u8>, fingerprint: &str) -> Document {
    let mut parts = vec![Part::Facts(who_and_when(passport)), Part::Inset(what_it_says(passport))];
    parts.extend(posts(&passport.posts));
    parts.extend(competencies(passport));
    parts.extend(levels());
    parts.extend(how_to_check(passport, fingerprint));
    Document {
        title: "Competency passport".to_owned(),
        about: passport.person.name.clone(),
        day: passport.issued_on,
        parts,
        attached: Some(Attached {
            name: FILE,
            media_type: "application/json",
            description: "The passport as it was signed, for the issuer's verify page",
            content: signed,
        }),
    }
}

fn who_and_when(passport: &Passport) -> Vec<Fact> {
    let person = &passport.person;
    let number = match &person.employer {
        Some(employer) => format!("{} at {employer}", person.employee_number),
        None => person.employee_number.clone(),
    };
    let framework = format!("{}, version {}", passport.framework.title, passport.framework.version);
    let mut facts = vec![
        Fact { name: "Issued by", text: passport.issuer.name.clone() },
        Fact { name: "Issued on", text: spoken(passport.issued_on) },
        Fact { name: "Employee number", text: number },
    ];
    let registration = person.registration.clone();
    facts.extend(registration.map(|text| Fact { name: "Professional registration", text }));
    facts.push(Fact { name: "Framework", text: framework });
    facts
}

fn what_it_says(passport: &Passport) -> String {
    format!(
        "This passport says what was confirmed and current on {}. Levels that only its holder has stated are not in it. \
         Anybody can change a printed page: check the signed file inside this PDF before you rely on it.",
        spoken(passport.issued_on)
    )
}

fn posts(held: &[HeldPost]) -> Vec<Part> {
    let row = |post: &HeldPost| {
        let until = post.to.map_or_else(|| "No end recorded".to_owned(), spoken);
        [
            Cell::of(post.role.clone()),
            Cell::of(post.team.clone()).with(post.organisation.clone()),
            Cell::of(post.from.map_or_else(|| "Not recorded".to_owned(), spoken)),
            Cell::of(until),
        ]
    };
    let table = match held {
        [] => Part::paragraph("No posts are recorded."),
        held => Part::table(
            [("Role", 30), ("Team and organisation", 36), ("From", 23), ("To", 23)],
            held.iter().map(row).collect(),
        ),
    };
    vec![Part::Section("Posts".to_owned()), table]
}

fn competencies(passport: &Passport) -> Vec<Part> {
    let mut parts = vec![Part::Section("Competencies".to_owned())];
    if passport.competencies.is_empty() {
        parts.push(Part::paragraph("Nothing was confirmed and current on that day."));
    }
    for domain in passport.competencies.chunk_by(|one, next| one.domain == next.domain) {
        parts.extend(domain.first().map(|first| Part::Topic(first.domain.clone())));
        parts.push(Part::table(
            [("Competency", 34), ("Level", 21), ("On what it rests", 40), ("Current until", 22)],
            domain.iter().map(row).collect(),
        ));
    }
    parts
}

fn row(held: &HeldCompetency) -> [Cell; 4] {
    let level = format!("Level {}", held.level.number());
    [
        Cell::of(held.title.clone()).with(held.code.clone()),
        Cell::of(level).with(held.level.name()),
        Cell::of(basis(held)).with(grounds(held)),
        Cell::of(spoken(held.due_on)),
    ]
}

/// How the level came about, and when.
fn basis(held: &HeldCompetency) -> String {
    let said = format!("{} on {}", held.basis.label(), spoken(held.made_on));
    match (held.basis, held.original_on) {
        (Basis::Accepted, Some(day)) => format!("{said}, confirmed there on {}", spoken(day)),
        _ => said,
    }
}

/// Who signed it and what they had seen, by kind.
fn grounds(held: &HeldCompetency) -> String {
    let signers: Vec<String> = held.by.iter().map(signer).collect();
    let by = (!signers.is_empty()).then(|| format!("By {}", signers.join(" and ")));
    let kinds: Vec<&str> = held.evidence.iter().map(|kind| kind.label()).collect();
    let seen =
        (!kinds.is_empty()).then(|| format!("Evidence: {}", kinds.join(", ").to_lowercase()));
    let imported = held.imported.then(|| "Brought in from a file".to_owned());
    by.into_iter().chain(seen).chain(imported).collect::<Vec<_>>().join("\n")
}

fn signer(signer: &Signer) -> String {
    match &signer.role {
        Some(role) => format!("{} ({role})", signer.name),
        None => signer.name.clone(),
    }
}

fn levels() -> Vec<Part> {
    let row = |level: Level| {
        [
            Cell::of(format!("Level {}", level.number())).with(level.name()),
            Cell::of(level.meaning()),
        ]
    };
    vec![
        Part::Section("What the levels mean".to_owned()),
        Part::paragraph("The framework may say more for a single competency."),
        Part::table([("Level", 30), ("Meaning", 70)], Level::ALL.map(row).to_vec()),
    ]
}

fn how_to_check(passport: &Passport, fingerprint: &str) -> Vec<Part> {
    let page = format!("{}/verify", passport.issuer.address.trim_end_matches('/'));
    let steps = vec![
        format!("Open the attachments of this PDF and save {FILE}. It is the passport as it was signed."),
        format!(
            "Go to {page}, a page of the issuer's, and choose that file. If you do not know the address, ask the issuer."
        ),
        "The page says who issued the passport and when, whether it is intact or was altered, and whether anything in \
         it was revoked since. It says nothing else."
            .to_owned(),
        "Compare the identifier and the key in the file with those below, and the levels in it with those on these \
         pages: only the file is signed."
            .to_owned(),
    ];
    let facts = vec![
        Fact { name: "Verify page", text: page },
        Fact { name: "Passport identifier", text: passport.id.to_string() },
        Fact { name: "Key fingerprint", text: fingerprint.to_owned() },
    ];
    vec![
        Part::Section("How to check this passport".to_owned()),
        Part::Steps(steps),
        Part::Facts(facts),
    ]
}
