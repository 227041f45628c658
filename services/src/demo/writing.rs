//! Places and people as contract files.

use super::files::File;
use super::people::{Person, Post, number};
use super::places::Places;
use super::staffing;

impl Places {
    pub(super) fn areas_file(&self) -> String {
        let mut file = File::new(&["code", "name", "kind", "parent_code"]);
        for area in &self.areas {
            file.row(&[&area.code, &area.name, area.kind.code(), &area.parent]);
        }
        file.into_text()
    }

    pub(super) fn organisations_file(&self) -> String {
        let mut file = File::new(&["code", "name", "sector", "network_code"]);
        for organisation in &self.organisations {
            let sector = organisation.sector.code();
            file.row(&[&organisation.code, &organisation.name, sector, &organisation.network]);
        }
        file.into_text()
    }

    pub(super) fn teams_file(&self) -> String {
        let mut file = File::new(&[
            "code",
            "name",
            "setting",
            "organisation_code",
            "area_code",
            "care_level",
            "mental_health_input",
            "sessions_due_per_year",
        ]);
        for team in &self.teams {
            let profile = team.kind.profile();
            file.row(&[
                &team.code,
                &team.name,
                profile.setting.code(),
                &team.organisation,
                &team.area,
                profile.care_level.code(),
                profile.input.code(),
                &profile.sessions_due.to_string(),
            ]);
        }
        file.into_text()
    }
}

pub(super) fn staff_file(people: &[Person], places: &Places) -> String {
    let mut file = File::new(&[
        "employee_number",
        "first_name",
        "last_name",
        "work_email",
        "team_code",
        "role_code",
        "fte",
        "assignment_number",
        "assignment_category",
        "assignment_status",
        "start_date",
        "leaving_date",
        "line_manager_employee_number",
        "afc_band",
    ]);
    for (at, person) in people.iter().enumerate() {
        for (nth, post) in person.posts.iter().enumerate() {
            staff_row(&mut file, places, at, person, nth, post);
        }
    }
    file.into_text()
}

fn staff_row(
    file: &mut File,
    places: &Places,
    at: usize,
    person: &Person,
    nth: usize,
    post: &Post,
) {
    let Some(team) = places.teams.get(post.team) else { return };
    file.row(&[
        &number(at),
        &person.first,
        &person.last,
        &person.email,
        &team.code,
        post.role,
        &format!("{}.{:02}", post.fte / 100, post.fte % 100),
        &format!("{}-{}", number(at), nth + 1),
        post.category.code(),
        if post.away { "away" } else { "active" },
        &post.start.to_string(),
        &post.leaving.map(|day| day.to_string()).unwrap_or_default(),
        &person.manager.map(number).unwrap_or_default(),
        staffing::band(team.kind, post.role),
    ]);
}
