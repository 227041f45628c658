//! Check a passport that somebody showed you: open to everybody, and silent about everything but issuer, day and state.

use crate::ui::{
    Button, Colour, Crumb, Field, FileUpload, Page, SummaryList, SummaryRow, Tag, Textarea,
    UploadForm,
};
use domain::dates::spoken;
use domain::fields::seen;
use domain::passport::Since;
use domain::passport::views::{Finding, Verdict};
use leptos::prelude::*;

/// No name of an issuer is longer; what is, was made to push the rest off the page.
const LONGEST_NAME: usize = 200;

#[component]
pub fn VerifyPage() -> impl IntoView {
    let verdict = use_context::<Verdict>();
    let file = Field::new("file", "Choose the file of the passport")
        .hint("The file that its owner downloaded, with a name that ends in .json");
    view! {
        <Page title="Check a passport" trail=vec![Crumb::new("/", "Home")]>
            {verdict.map(|verdict| view! { <Told verdict /> })}
            <p>
                "Check whether a passport is as it was signed, and whether anything in it was revoked since. The page tells "
                "you no name and no level, and the file is not kept."
            </p>
            <UploadForm name="verify" action="/verify/upload">
                <FileUpload field=file accept=".json" />
                <Textarea field=Field::new("text", "Or paste its text") rows=5 />
                <Button text="Check this passport" />
            </UploadForm>
        </Page>
    }
}

#[component]
fn Told(verdict: Verdict) -> impl IntoView {
    let Verdict { issuer, issued_on, finding } = verdict;
    let (state, colour, means) = words(&finding);
    let ours = matches!(finding, Finding::Ours(_));
    let claimed = if ours { "Issuer" } else { "Issuer, as the file says" };
    let rows = vec![
        SummaryRow::new(claimed, shown(&issuer.name)),
        SummaryRow::new("Issued on", spoken(issued_on)),
    ];
    view! {
        <section aria-labelledby="verdict" class="long-words">
            <h2 id="verdict">"Result: " <Tag text=state colour /></h2>
            <p>{means}</p>
            <SummaryList rows />
            {match finding {
                Finding::Elsewhere { fingerprint, trusted } => {
                    Some(view! { <AtIssuer address=issuer.address fingerprint trusted /> })
                }
                Finding::Altered | Finding::Ours(_) => None,
            }}
        </section>
    }
}

/// The state in a word or two, and what it means for whoever was shown the passport.
const fn words(finding: &Finding) -> (&'static str, Colour, &'static str) {
    match finding {
        Finding::Altered => (
            "Altered",
            Colour::Red,
            "What the file says is not what was signed. Rely on nothing in it, not even on who issued it. Ask for the \
             file again as it was downloaded.",
        ),
        Finding::Ours(Since::Stands) => (
            "Intact",
            Colour::Green,
            "It was issued here, nothing in it was changed, and nothing in it was revoked since.",
        ),
        Finding::Ours(Since::Revoked) => (
            "Intact, but revoked since",
            Colour::Red,
            "It was issued here and nothing in it was changed, but it is no longer vouched for. Ask its owner for a new one.",
        ),
        Finding::Ours(Since::NotOnRecord) => (
            "Intact, but not on record",
            Colour::Orange,
            "It was signed with a key of this installation, but there is no record that it was issued here. Do not rely on \
             it. Ask whoever runs this installation.",
        ),
        Finding::Elsewhere { trusted: Some(_), .. } => (
            "Intact",
            Colour::Green,
            "Nothing in it was changed since it was signed with the key of an issuer that is trusted here.",
        ),
        Finding::Elsewhere { trusted: None, .. } => (
            "Intact, by a key not known here",
            Colour::Yellow,
            "Nothing in it was changed since it was signed, but who signed it is not known here. Anybody can make a key and \
             give any name.",
        ),
    }
}

/// What only the issuer can say. Its address is text: nothing in a file is opened or followed.
#[component]
fn AtIssuer(address: String, fingerprint: String, trusted: Option<String>) -> impl IntoView {
    let trusted = trusted.map(|name| SummaryRow::new("Trusted here as", name));
    let key = SummaryRow::new("Fingerprint of the key", fingerprint);
    let rows: Vec<_> = trusted.into_iter().chain([key]).collect();
    view! {
        <SummaryList rows />
        <p>
            "Whether anything in it was revoked since, only its issuer knows. Find the issuer’s own page “Check a "
            "passport” by a way that you trust, compare the fingerprint there, and check the file once more. The file "
            "names this address: " {shown(&address)}
        </p>
    }
}

/// Words from a file that anybody may have written.
fn shown(words: &str) -> String {
    seen(words).chars().take(LONGEST_NAME).collect()
}
