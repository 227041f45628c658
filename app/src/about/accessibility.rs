//! The accessibility statement.

use crate::ui::Page;
use leptos::prelude::*;

#[component]
pub fn AccessibilityStatement() -> impl IntoView {
    view! {
        <Page title="Accessibility statement for Esteem">
            <p>
                "Esteem is made so that as many people as possible can use it. You should be able to:"
            </p>
            <ul>
                <li>"zoom in up to 400% without text running off the screen"</li>
                <li>"use every page with a keyboard alone"</li>
                <li>"use every page with a screen reader"</li>
                <li>"use every page with scripts turned off"</li>
                <li>"tell every status and every shade apart by its words, without seeing its colour"</li>
            </ul>
            <h2>"How accessible Esteem is"</h2>
            <p>
                "Esteem aims to meet level AA of the Web Content Accessibility Guidelines version 2.2. Its pages are "
                "checked by automated tests each time they change. Nobody outside the project has audited them yet, "
                "so we do not claim that they meet the standard."
            </p>
            <p>"Wide tables move sideways inside the page on small screens. You can move them with the arrow keys."</p>
            <h2>"If you cannot use a page"</h2>
            <p>
                "Tell whoever supports Esteem where you work which page it is and what you were trying to do. They "
                "can give you the same information in another format."
            </p>
            <h2>"Enforcing accessibility"</h2>
            <p>
                "The Equality and Human Rights Commission enforces the accessibility regulations for public sector "
                "websites. If you are not happy with the answer you get, contact the "
                <a href="https://www.equalityadvisoryservice.com/">"Equality Advisory and Support Service"</a> "."
            </p>
        </Page>
    }
}
