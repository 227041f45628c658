//! The foot of every page.

use leptos::prelude::*;

#[component]
pub fn Footer() -> impl IntoView {
    view! {
        <footer class="nhsuk-footer" role="contentinfo">
            <div class="nhsuk-width-container">
                <div class="nhsuk-footer__meta">
                    <h2 class="nhsuk-u-visually-hidden">"Support links"</h2>
                    <ul class="nhsuk-footer__list">
                        <FooterLink href="/verify" text="Check a passport" />
                        <FooterLink href="/accessibility" text="Accessibility statement" />
                        <FooterLink href="/privacy" text="Privacy and cookies" />
                    </ul>
                    <p class="nhsuk-body-s">"Esteem holds no patient data"</p>
                </div>
            </div>
        </footer>
    }
}

#[component]
fn FooterLink(href: &'static str, text: &'static str) -> impl IntoView {
    view! {
        <li class="nhsuk-footer__list-item">
            <a class="nhsuk-footer__list-item-link" href=href>
                {text}
            </a>
        </li>
    }
}
