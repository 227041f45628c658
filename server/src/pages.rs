//! The app's pages: every address that is nothing else. Drawn whole, so that the status is known before the first byte.

use crate::bundle::Bundle;
use crate::{App, answers, cookies, forms, headers, problem, visits};
use app::answer::{self, Answer, ShownOnce};
use app::forms::Submitted;
use app::ui::Notice;
use app::visit::Visit;
use app::{AppError, Viewer, shell};
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::Response;
use domain::passport::views::Verdict;
use http::request::Parts;
use http::{Method, StatusCode};
use leptos::prelude::provide_context;

/// Any address that no other route takes.
pub async fn any(State(app): State<App>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let unrecognised = visits::unrecognised(&app, &head);
    let visit = match visits::recognised(&app, unrecognised.clone()).await {
        Ok(visit) => visit,
        Err(error) => return problem::page(&app, unrecognised, head, error).await,
    };
    match head.method {
        Method::GET | Method::HEAD => Showing::of(visit).draw(&app, head).await,
        Method::POST => forms::submit(&app, visit, head, body).await,
        _ => problem::page_with(&app, visit, head, StatusCode::METHOD_NOT_ALLOWED).await,
    }
}

/// Everything a page finds in its context.
#[derive(Clone, Debug)]
pub struct Showing {
    visit: Visit,
    viewer: Option<Viewer>,
    answer: Answer,
    notice: Option<Notice>,
    submitted: Option<Submitted>,
    shown_once: Option<ShownOnce>,
    problem: Option<AppError>,
    verdict: Option<Verdict>,
}

impl Showing {
    pub fn of(visit: Visit) -> Self {
        Self {
            visit,
            viewer: None,
            answer: Answer::default(),
            notice: None,
            submitted: None,
            shown_once: None,
            problem: None,
            verdict: None,
        }
    }

    /// The page once more, with what was typed in a form and what was wrong with it.
    pub fn again(visit: Visit, submitted: Submitted) -> Self {
        Self { submitted: Some(submitted), ..Self::of(visit) }
    }

    /// The page once more, with a secret that it shows this once.
    pub fn once(visit: Visit, shown_once: Option<ShownOnce>) -> Self {
        Self { shown_once, ..Self::of(visit) }
    }

    /// The page once more, with what is said of the passport that was sent.
    pub fn verdict(visit: Visit, verdict: Verdict) -> Self {
        Self { verdict: Some(verdict), ..Self::of(visit) }
    }

    /// A problem in place of the page.
    pub fn problem(visit: Visit, problem: AppError) -> Self {
        Self { problem: Some(problem), ..Self::of(visit) }
    }

    /// Draws the page that the head's address names.
    pub async fn draw(mut self, app: &App, mut head: Parts) -> Response {
        head.method = Method::GET;
        self.viewer = visits::viewer(&self.visit).await;
        self.notice = cookies::notice_of(app, &head.headers).map(Notice);
        let (noticed, again) = (self.notice.is_some(), self.submitted.is_some());
        let (mut answer, page) = self.drawn_by_leptos(app, head).await;
        if again && answer.status.is_none() {
            answer.status = Some(StatusCode::UNPROCESSABLE_ENTITY.as_u16());
        }
        let mut response = answers::drawn(app, &answer, page);
        // A notice waits for a page that shows it.
        if noticed && answer.location.is_none() {
            answers::add_cookie(&mut response, &cookies::no_notice(app));
        }
        response
    }

    async fn drawn_by_leptos(self, app: &App, head: Parts) -> (answer::Parts, Response) {
        let (answer, bundle, options) =
            (self.answer.clone(), Bundle::default(), app.leptos.clone());
        let context = {
            let (bundle, options) = (bundle.clone(), options.clone());
            move || {
                self.provide();
                bundle.prepare(&options);
            }
        };
        let draw =
            leptos_axum::render_app_async_with_context(context, move || shell(options.clone()));
        let page = draw(Request::from_parts(head, Body::empty())).await;
        (answer.parts(), bundle.start_in(page).await)
    }

    fn provide(&self) {
        provide_context(self.visit.clone());
        provide_context(self.answer.clone());
        provide(self.viewer.as_ref());
        provide(self.notice.as_ref());
        provide(self.submitted.as_ref());
        provide(self.shown_once.as_ref());
        provide(self.problem.as_ref());
        provide(self.verdict.as_ref());
        headers::provide_page_policy();
    }
}

/// Pages look for these and do without: their absence says something too.
fn provide<T: Clone + Send + Sync + 'static>(value: Option<&T>) {
    if let Some(value) = value {
        provide_context(value.clone());
    }
}
