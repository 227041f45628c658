//! The inputs as they stand in a page that is shown again: typed answers in their places, messages beside them.

use app::AppError;
use app::forms::Submitted;
use app::ui::{
    Checkboxes, Choice, DateInput, ErrorSummary, Field, Form, PasswordInput, Radios, Select,
    TextInput, Textarea,
};
use domain::fields::FieldErrors;
use domain::refusal::Refusal;
use leptos::prelude::*;

#[server(endpoint = "echo")]
pub async fn echo(text: String) -> Result<(), AppError> {
    std::future::ready(Err(Refusal::rule("echo", text).into())).await
}

/// The HTML of a view on a page where `echo` was refused with these answers.
fn shown_again<V: IntoView + 'static>(values: &[(&str, &str)], view: impl FnOnce() -> V) -> String {
    let mut errors = FieldErrors::default();
    errors.add("text", "Enter a text");
    errors.add("on", "Enter a day");
    let submitted = Submitted {
        form: "echo".to_owned(),
        values: values.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect(),
        refusal: errors.into(),
    };
    Owner::new().with(|| {
        provide_context(submitted);
        view().into_view().to_html()
    })
}

#[test]
fn text_is_kept_escaped_and_explained() {
    let html = shown_again(&[("text", "\"<b>\"")], || {
        view! { <Form<Echo>><TextInput field=Field::new("text", "Text").hint("In words").value("old") /></Form<Echo>> }
    });
    assert!(html.contains(r#"value="&quot;&lt;b&gt;&quot;""#), "{html}");
    assert!(html.contains(r#"aria-describedby="echo-text-hint echo-text-error""#), "{html}");
    assert!(html.contains("nhsuk-form-group--error") && html.contains("Enter a text"));
    assert!(html.contains(r#"<form method="post" novalidate>"#), "{html}");
    assert!(html.contains(r#"name="form" value="echo""#), "{html}");
}

#[test]
fn a_textarea_keeps_every_line_and_nothing_more() {
    let area = || view! { <Form<Echo>><Textarea field=Field::new("note", "Note") /></Form<Echo>> };
    let html = shown_again(&[("note", "\nfirst\n</textarea>")], area);
    assert!(html.contains(">\n\nfirst\n&lt;/textarea></textarea>"), "{html}");
    let html = shown_again(&[("note", "")], area);
    assert!(html.contains(">\n</textarea>"), "{html}");
}

#[test]
fn choices_stay_chosen() {
    let choices = || vec![Choice::new(1, "One"), Choice::new(2, "Two").hint("The second")];
    let html = shown_again(
        &[("level", "2"), ("team", "1"), ("codes[]", "1"), ("codes[]", "2")],
        move || {
            view! {
                <Form<Echo>>
                    <Radios field=Field::new("level", "Level").value(1) choices=choices() />
                    <Select field=Field::new("team", "Team").value(2) choices=choices() none="Choose a team" />
                    <Checkboxes field=Field::new("codes[]", "Codes") choices=choices() />
                </Form<Echo>>
            }
        },
    );
    assert!(
        html.contains(r#"id="echo-level-1" name="level" type="radio" value="2" checked"#),
        "{html}"
    );
    assert!(
        html.contains(r#"<option value="1" selected"#)
            && !html.contains(r#"<option value="2" selected"#),
        "{html}"
    );
    assert_eq!(html.matches(r#"type="checkbox" value"#).count(), 2);
    assert_eq!(html.matches(" checked").count(), 3, "{html}");
}

#[test]
fn a_date_is_shown_in_its_boxes() {
    let html = shown_again(
        &[("on-day", "31"), ("on-month", "2"), ("on-year", "2026"), ("on", "2026-02-31")],
        || {
            view! { <Form<Echo>><DateInput field=Field::new("on", "Day") /></Form<Echo>> }
        },
    );
    for (name, value) in [("on-day", "31"), ("on-month", "2"), ("on-year", "2026")] {
        assert!(
            html.contains(&format!(
                r#"name="{name}" type="text" inputmode="numeric" value="{value}""#
            )),
            "{html}"
        );
    }
    let known = Owner::new().with(|| {
        let day = || Field::new("on", "Day").value("2026-05-04");
        view! { <Form<Echo>><DateInput field=day() /></Form<Echo>> }.to_html()
    });
    assert!(
        known.contains(r#"value="4""#)
            && known.contains(r#"value="5""#)
            && known.contains(r#"value="2026""#)
    );
}

#[test]
fn a_password_never_comes_back() {
    let html = shown_again(&[("password", "copper lantern fjord")], || {
        view! { <Form<Echo>><PasswordInput field=Field::new("password", "Password") /></Form<Echo>> }
    });
    assert!(!html.contains("copper"), "{html}");
}

#[test]
fn another_form_on_the_page_is_untouched() {
    let html = shown_again(&[("text", "typed")], || {
        view! { <Form<Echo> about="RSK-1"><TextInput field=Field::new("text", "Text") /></Form<Echo>> }
    });
    assert!(
        html.contains(r#"value="echo-RSK-1""#)
            && !html.contains("typed")
            && !html.contains("Enter a text"),
        "{html}"
    );
}

#[test]
fn the_summary_leads_to_each_field() {
    let html = shown_again(&[], || {
        view! {
            <ErrorSummary />
            <Form<Echo>><TextInput field=Field::new("text", "Text") /><DateInput field=Field::new("on", "Day") /></Form<Echo>>
        }
    });
    for id in ["echo-text", "echo-on"] {
        assert!(
            html.contains(&format!(r##"href="#{id}""##)) && html.contains(&format!(r#"id="{id}""#)),
            "{id} {html}"
        );
    }
}

/// Leptos escapes no text in these elements: only the two components that do it themselves may use them.
#[test]
fn no_other_component_writes_unescaped_text() {
    fn look(folder: &std::path::Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                look(&path, found);
            } else {
                let text = std::fs::read_to_string(&path).unwrap();
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                for element in
                    ["<textarea", "<Title", "<noscript", "<style", "<script", "inner_html"]
                {
                    if text.contains(element) {
                        found.push(format!("{name}: {element}"));
                    }
                }
            }
        }
    }
    let mut found = Vec::new();
    look(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    found.sort();
    assert_eq!(found, ["page.rs: <Title", "textarea.rs: <textarea"]);
}
