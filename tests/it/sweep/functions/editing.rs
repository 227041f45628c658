//! Server functions about drafts of the framework: their arguments, and whose they are.

use super::super::NOT_ADMINISTRATORS;
use super::super::Whose::{Everybodys, Only};
use super::super::place::Place;
use super::{Call, texts};

/// Those who neither draft nor publish.
const NOT_EDITORS: &[&str] = &["eve", "finn", "dan", "lead", "ig"];
/// Those who do not draft, though one of them publishes.
const NOT_DRAFTING: &[&str] = &["eve", "finn", "dan", "lead", "ig", "yusra"];

/// Version 2, which Ed has begun as a copy, and its end.
pub(super) fn for_editors(place: &Place) -> Vec<Call> {
    let draft = |more: &[(&'static str, &str)]| {
        let mut fields = texts([("number", "2")]);
        fields.extend(more.iter().map(|(name, value)| (*name, (*value).to_owned())));
        fields
    };
    let (read, edit) = (Only("ed", NOT_EDITORS), Only("ed", NOT_DRAFTING));
    let competency = [
        ("was", ""),
        ("code", "NEW-1"),
        ("domain", "RSK"),
        ("title", "New"),
        ("statement", "Does something new"),
        ("strand", "mental_health"),
        ("refresh_months", "12"),
        ("rare_event", ""),
        ("place", ""),
        ("level_1", ""),
        ("level_2", ""),
        ("level_3", ""),
        ("level_4", ""),
        ("level_5", ""),
    ];
    let answer =
        [("code", "EMG-1"), ("relation", "narrower"), ("to[]", "EMG-1"), ("asked_again", "")];
    let domain = [("was", "NEW"), ("code", "NEW"), ("title", "Newer"), ("origin", "local")];
    let comment = || vec![("id", place.comment.clone())];
    let invite = [("invited", "Carers"), ("ends_on", "2026-12-01")];
    let preview = [("from", "2026-12-01"), ("rows", "team"), ("row", "")];
    let guest = |more: &[(&'static str, &str)]| {
        let mut fields = vec![("token", place.invited.clone())];
        fields.extend(more.iter().map(|(name, value)| (*name, (*value).to_owned())));
        fields
    };
    let said = [("name", "Nadia"), ("about", ""), ("text", "Say whom it is about")];
    vec![
        ("framework_versions", vec![], read),
        ("framework_draft", draft(&[]), read),
        ("read_draft_domain", draft(&[("code", "NEW")]), edit),
        ("word_domain", draft(&domain), edit),
        ("move_domain", draft(&[("code", "NEW"), ("direction", "up")]), edit),
        ("remove_domain", draft(&[("code", "NEW")]), edit),
        ("read_draft_competency", draft(&[("code", "RSK-1"), ("domain", "")]), read),
        ("word_competency", draft(&competency), edit),
        ("move_competency", draft(&[("code", "NEW-1"), ("direction", "up")]), edit),
        ("remove_competency", draft(&[("code", "NEW-1")]), edit),
        ("draft_crosswalk", draft(&[]), read),
        ("read_crosswalk_question", draft(&[("code", "EMG-1")]), edit),
        ("answer_crosswalk", draft(&answer), edit),
        ("read_draft_roles", draft(&[]), read),
        ("read_draft_requirements", draft(&[("role", "PN")]), read),
        (
            "set_draft_requirements",
            draft(&[("role", "PN"), ("level[RSK-1]", "2"), ("way[RSK-1]", "core")]),
            edit,
        ),
        ("draft_comments", draft(&[]), read),
        ("comment_on_draft", draft(&[("about", "RSK-1"), ("text", "Why?")]), read),
        ("resolve_comment", [comment(), texts([("resolved", "yes")])].concat(), edit),
        ("invite_to_comment", draft(&invite), edit),
        ("review_draft", guest(&[]), Everybodys),
        ("comment_as_guest", guest(&said), Everybodys),
        ("send_draft_to_review", draft(&[("review", "yes")]), edit),
        ("preview_draft", draft(&preview), read),
        ("publish_draft", draft(&[("from", "2026-12-01")]), Only("yusra", NOT_ADMINISTRATORS)),
        ("start_draft", texts([("title", "Anew"), ("begin", "copy")]), edit),
        ("delete_draft", texts([("number", "3")]), edit),
    ]
}
