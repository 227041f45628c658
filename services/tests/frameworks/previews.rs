//! The preview equals coverage after publishing, and nothing before the first day moves.

use super::place::{FROM, draft_anew, place};
use crate::ground::{Ground, day};
use domain::codes::GrantKind::{self, FrameworkEditor};
use domain::coverage::{ItemKind, ScopeKind};
use domain::disclosure::Shown;
use domain::frameworks::views::{Figure, Met, Preview, PreviewCell};
use domain::policy::{Actor, Grant, Scope};
use services::{Ctx, coverage, frameworks};
use std::collections::BTreeMap;

const SCOPES: [ScopeKind; 4] =
    [ScopeKind::Place, ScopeKind::Network, ScopeKind::Organisation, ScopeKind::Team];

type Cells = BTreeMap<(String, String), Met>;

/// Requirements met in every row and domain on the first day of the draft.
async fn coverage_of(ground: &Ground, scope: ScopeKind) -> Cells {
    let ask = coverage::Ask {
        as_at: day(FROM),
        scope,
        item: ItemKind::Domain,
        within: None,
        organisation: None,
        setting: None,
        care_level: None,
        strand: None,
        critical_only: false,
        group: None,
        include_bank: false,
    };
    let figures = coverage::read(&ground.operator(), &ask).await.unwrap();
    let met = |row: &domain::coverage::Row| Met {
        met: row.counts.requirements_met,
        of: row.counts.requirements,
    };
    let rows = figures.rows.iter();
    rows.map(|row| ((row.scope_code.clone(), row.item_code.clone()), met(row))).collect()
}

/// One side of a preview, cell by cell.
fn side(preview: &Preview, of: impl Fn(&PreviewCell) -> Option<Figure>) -> Cells {
    let mut cells = Cells::new();
    for row in &preview.rows {
        for ((domain, _), cell) in preview.columns.iter().zip(&row.cells) {
            if let Some(met) = of(cell).map(|figure| figure.exact().unwrap()) {
                cells.insert((row.code.clone(), domain.clone()), met);
            }
        }
    }
    cells
}

#[tokio::test]
async fn a_preview_equals_coverage_after_publishing_and_no_earlier_figure_moves() {
    let ground = place().await;
    let operator = ground.operator();
    let days = ["2026-05-01", "2026-11-01", "2026-11-30"];
    let mut earlier = Vec::new();
    for day in days {
        earlier.push(ground.coverage(day).await);
    }
    draft_anew(&operator).await;
    let mut previews = Vec::new();
    for scope in SCOPES {
        let preview = frameworks::preview(&operator, 2, FROM, scope, "").await.unwrap();
        assert_eq!(preview.open_questions, Vec::<String>::new());
        assert_eq!(side(&preview, |cell| cell.before), coverage_of(&ground, scope).await);
        previews.push(preview);
    }
    frameworks::publish(&operator, 2, FROM).await.unwrap();
    for (scope, preview) in SCOPES.into_iter().zip(&previews) {
        let after = coverage_of(&ground, scope).await;
        assert_eq!(side(preview, |cell| cell.after), after, "{scope}");
    }
    for (day, before) in days.into_iter().zip(earlier) {
        assert_eq!(ground.coverage(day).await, before, "{day}");
    }
}

#[tokio::test]
async fn a_split_a_merge_a_widening_and_a_retirement_count_as_the_rules_say() {
    let ground = place().await;
    let operator = ground.operator();
    draft_anew(&operator).await;
    let preview = frameworks::preview(&operator, 2, FROM, ScopeKind::Team, "T1").await.unwrap();
    let cells = |side: Cells, team: &str| {
        let of = |domain: &str| {
            let met = side[&(team.to_owned(), domain.to_owned())];
            (met.met, met.of)
        };
        ["ONE", "TWO", "THREE"].map(of)
    };
    // Three practice nurses in T1.
    // ONE: A-1 at 3 is met by Amina alone; W-1 at 2 by Amina, and Ben is exempt: 1 of 3 and 1 of 2.
    // TWO: B-1 at 2 is met by Amina, Ben is exempt, Dan's ran out; R-1 at 1 is met by Amina: 1 of 2 and 1 of 3.
    // THREE: C-1 at 2 is met by Amina and Ben, Dan's was revoked; C-2 at 3 by Amina: 2 of 3 and 1 of 3.
    assert_eq!(cells(side(&preview, |cell| cell.before), "T1"), [(2, 5), (2, 5), (3, 6)]);
    // ONE: A-1 as before; W-1 is asked again of all three, exempt or not: 1 of 3 and 0 of 3.
    // TWO: both parts of B-1 are met by Amina, Ben stays exempt from both; R-1 is gone: 2 of 4.
    // THREE: C at 3. Amina holds both, at 2 the lower; Ben and Dan do not hold both: 0 of 3.
    assert_eq!(cells(side(&preview, |cell| cell.after), "T1"), [(1, 6), (2, 4), (0, 3)]);
    let causes = preview.opened.unwrap().causes;
    let told: Vec<&str> = causes.iter().map(|cause| cause.what.as_str()).collect();
    assert_eq!(
        told,
        [
            "B-1 is split into B-1A, B-1B",
            "C-1, C-2 are merged into C",
            "R-1 is retired",
            "W-1 becomes W-1, wider, asked again",
        ]
    );
    // In T2 Cara alone is asked A-1 at 4 and C-1 at 3, which she holds; she was never asked C-2, so of C she lacks a half.
    let t2 = |side: Cells, domain: &str| side[&("T2".to_owned(), domain.to_owned())];
    let preview = frameworks::preview(&operator, 2, FROM, ScopeKind::Team, "T2").await.unwrap();
    assert_eq!(t2(side(&preview, |cell| cell.before), "THREE"), Met { met: 1, of: 1 });
    assert_eq!(t2(side(&preview, |cell| cell.after), "THREE"), Met { met: 0, of: 1 });
    assert_eq!(t2(side(&preview, |cell| cell.after), "ONE"), Met { met: 1, of: 1 });
}

/// An editor, who may see exact figures where a grant is given beside.
async fn editor(ground: &Ground, also: Option<(GrantKind, &str)>) -> Ctx {
    let mut ctx = ground.sign_in("E2", also).await;
    if let Actor::Account(account) = &mut ctx.actor {
        account.grants.push(Grant { kind: FrameworkEditor, scope: Scope::Everywhere });
    }
    ctx
}

fn figures(preview: &Preview) -> Vec<Figure> {
    let cells = preview.rows.iter().flat_map(|row| &row.cells);
    let causes = preview.opened.iter().flat_map(|opened| &opened.causes).map(|cause| &cause.cell);
    cells.chain(causes).flat_map(|cell| cell.before.into_iter().chain(cell.after)).collect()
}

#[tokio::test]
async fn an_editor_without_a_right_to_exact_figures_sees_none_of_a_few_people() {
    let ground = place().await;
    draft_anew(&ground.operator()).await;
    let ed = editor(&ground, None).await;
    for scope in SCOPES {
        let preview = frameworks::preview(&ed, 2, FROM, scope, "").await.unwrap();
        assert!(preview.rounded && !preview.rows.is_empty(), "{scope}");
        let held = |figure: &Figure| matches!(figure, Figure::Shown(Shown::Held { .. }));
        assert!(figures(&preview).iter().all(held), "{scope}: four people in all");
    }
}

#[tokio::test]
async fn an_editor_who_answers_for_a_place_sees_it_exactly_and_what_lies_around_it_rounded() {
    let ground = place().await;
    draft_anew(&ground.operator()).await;
    let ed = editor(&ground, Some((GrantKind::WorkforceLead, "P1"))).await;
    let preview = frameworks::preview(&ed, 2, FROM, ScopeKind::Team, "T1").await.unwrap();
    let exact = |code: &str| {
        let row = preview.rows.iter().find(|row| row.code == code).unwrap();
        let mut figures =
            row.cells.iter().flat_map(|cell| cell.before.into_iter().chain(cell.after));
        figures.all(|figure| figure.exact().is_some())
    };
    assert!(exact("T1") && !exact("T2") && preview.rounded);
    let all =
        frameworks::preview(&ground.operator(), 2, FROM, ScopeKind::Team, "T1").await.unwrap();
    assert_eq!(preview.opened, all.opened, "its causes are as exact");
    let wide = frameworks::preview(&ed, 2, FROM, ScopeKind::Network, "").await.unwrap();
    assert!(
        figures(&wide).iter().all(|figure| figure.exact().is_none()),
        "the network has T2 in it"
    );
}
