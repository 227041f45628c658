//! One line of a staff file: a person, and one post of theirs.

use crate::imports::cells::{code, date, text};
use crate::imports::columns::{Column, may, must};
use crate::imports::known::Codes;
use crate::imports::row::{Row, Said};
use chrono::NaiveDate;
use domain::codes::{PostCategory, PostStatus};
use domain::dates::END_OF_TIME;
use domain::fte::Fte;
use domain::ids::OrganisationId;
use domain::organisations::TeamIndex;
use domain::people::{RoleIndex, written};

pub(super) const COLUMNS: &[Column] = &[
    must("employee_number"),
    must("first_name"),
    must("last_name"),
    must("team_code"),
    must("role_code"),
    must("fte"),
    may("employer_code"),
    may("work_email"),
    may("other_employee_numbers"),
    may("assignment_number"),
    may("assignment_category"),
    may("assignment_status"),
    may("start_date"),
    may("leaving_date"),
    may("line_manager_employee_number"),
    may("afc_band"),
    may("professional_registration_number"),
];

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct StaffLine {
    pub person: PersonLine,
    /// Missing where it cannot be read: others may still refer to the person.
    pub post: Option<PostLine>,
}

/// What a line says of the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PersonLine {
    pub number: String,
    pub employer: Option<OrganisationId>,
    pub first_name: String,
    pub last_name: String,
    /// In small letters, as accounts keep theirs.
    pub email: Said<String>,
    /// In capitals: registers do not tell `12a3456e` from `12A3456E`.
    pub registration: Said<String>,
    pub other_numbers: Vec<String>,
}

/// What a line says of the post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PostLine {
    pub assignment: Option<String>,
    pub team: TeamIndex,
    pub role: RoleIndex,
    pub fte: Fte,
    pub category: Said<PostCategory>,
    pub status: Said<PostStatus>,
    pub line_manager: Said<String>,
    pub starts_on: Said<NaiveDate>,
    pub leaves_on: Said<NaiveDate>,
    pub afc_band: Said<String>,
}

/// What a line may refer to, by code.
pub(super) struct Referred {
    pub teams: Codes<TeamIndex>,
    pub roles: Codes<RoleIndex>,
    pub employers: Codes<OrganisationId>,
}

pub(super) fn read(row: &mut Row<'_>, known: &Referred) -> Option<StaffLine> {
    let person = read_person(row, known);
    let post = read_post(row, known);
    Some(StaffLine { person: person?, post })
}

fn read_person(row: &mut Row<'_>, known: &Referred) -> Option<PersonLine> {
    let number = row.must("employee_number", text(64));
    let (first_name, last_name) =
        (row.must("first_name", text(100)), row.must("last_name", text(100)));
    let employer = row.given("employer_code", |cell| known.employers.find(cell).copied());
    let email = row.may("work_email", email);
    let registration =
        row.may("professional_registration_number", |cell| Ok(text(64)(cell)?.to_uppercase()));
    let other_numbers = row.may("other_employee_numbers", |cell| {
        let each = cell.split([';', '|']).filter(|number| !number.trim().is_empty());
        each.map(text(64)).collect::<Result<Vec<_>, _>>()
    });
    Some(PersonLine {
        number: number?,
        employer: employer.ok()?,
        first_name: first_name?,
        last_name: last_name?,
        email,
        registration,
        other_numbers: other_numbers.said().unwrap_or_default(),
    })
}

fn read_post(row: &mut Row<'_>, known: &Referred) -> Option<PostLine> {
    let team = row.must("team_code", |cell| known.teams.find(cell).copied());
    let role = row.must("role_code", |cell| known.roles.find(cell).copied());
    let fte = row.must("fte", |cell| cell.trim().parse::<Fte>());
    let assignment = row.may("assignment_number", code).said();
    let category =
        row.may("assignment_category", |cell| written::category(cell).map_err(|e| e.to_string()));
    let status =
        row.may("assignment_status", |cell| written::status(cell).map_err(|e| e.to_string()));
    let starts_on = row.may("start_date", date);
    let leaves_on = match row.may("leaving_date", date) {
        Said::This(END_OF_TIME) => Said::Blank,
        said => said,
    };
    let line_manager = row.may("line_manager_employee_number", text(64));
    let afc_band = row.may("afc_band", text(40));
    Some(PostLine {
        assignment,
        team: team?,
        role: role?,
        fte: fte?,
        category,
        status,
        line_manager,
        starts_on,
        leaves_on,
        afc_band,
    })
}

fn email(cell: &str) -> Result<String, String> {
    let email = text(254)(cell)?.to_lowercase();
    let looks_right = email
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && !host.is_empty() && !host.contains('@'));
    if looks_right && !email.contains(char::is_whitespace) {
        Ok(email)
    } else {
        Err("is not an e-mail address; write it like name@practice.example".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::email;

    #[test]
    fn addresses_are_kept_in_small_letters() {
        assert_eq!(email(" A.Khan@Staff.Example "), Ok("a.khan@staff.example".to_owned()));
        for wrong in ["a.khan", "a@b@c", "@staff.example", "a khan@staff.example", "=a@b.c"] {
            assert!(email(wrong).is_err(), "{wrong}");
        }
    }
}
