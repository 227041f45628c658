//! The route table, grouped by whom it serves.

use crate::about::{AccessibilityStatement, Privacy};
use crate::account::{AccountPage, PasswordPage};
use crate::accounts::{AccountDetailPage, AccountsPage, AddAccountPage};
use crate::confirm::{Claims, Request, Requests};
use crate::coverage::{CoveragePage, CoveragePeoplePage};
use crate::framework::{Framework, FrameworkDomain};
use crate::grants::{EndGrantPage, FindAccountPage, GiveFoundingPage, GiveGrantPage, GrantsPage};
use crate::home::Home;
use crate::import::{ImportPage, ImportRunPage};
use crate::invitation::InvitationPage;
use crate::my::{MyCompetencies, MyCompetency, MyDomain, StartHere};
use crate::outbox::OutboxPage;
use crate::people::{
    ChangePostPage, EndPostPage, NewPostPage, PeoplePage, PersonCompetencyPage, PersonPage,
};
use crate::problem::PageNotFound;
use crate::recognise::RecognisePage;
use crate::reminders::RemindersPage;
use crate::sharing::{SharingOrganisationPage, SharingPage};
use crate::sign_in::SignInPage;
use crate::supervision::{MySupervision, TeamSupervision};
use crate::teams::{DuePage, MatrixPage, NewStarterPage, TeamPage, TeamsPage};
use leptos::prelude::*;
use leptos_router::components::{Route, Routes};
use leptos_router::path;

#[component]
pub fn Pages() -> impl IntoView {
    view! {
        <Routes fallback=PageNotFound>
            // Everyone, signed in or not
            <Route path=path!("/") view=Home />
            <Route path=path!("/sign-in") view=SignInPage />
            <Route path=path!("/invitation/:token") view=InvitationPage />
            <Route path=path!("/accessibility") view=AccessibilityStatement />
            <Route path=path!("/privacy") view=Privacy />

            // Staff, about themselves
            <Route path=path!("/my/competencies") view=MyCompetencies />
            <Route path=path!("/my/competencies/:code") view=MyCompetency />
            <Route path=path!("/my/domains/:code") view=MyDomain />
            <Route path=path!("/my/start") view=StartHere />
            <Route path=path!("/my/supervision") view=MySupervision />

            // Everybody with an account
            <Route path=path!("/account") view=AccountPage />
            <Route path=path!("/account/password") view=PasswordPage />
            <Route path=path!("/account/mail") view=RemindersPage />
            <Route path=path!("/framework") view=Framework />
            <Route path=path!("/framework/:domain") view=FrameworkDomain />

            // Assessors, managers and workforce leads, about others
            <Route path=path!("/confirm") view=Requests />
            <Route path=path!("/confirm/:sequence") view=Request />
            <Route path=path!("/claims") view=Claims />
            <Route path=path!("/recognise") view=RecognisePage />

            // Whoever sees exact figures
            <Route path=path!("/coverage") view=CoveragePage />
            <Route path=path!("/coverage/people") view=CoveragePeoplePage />

            // Whoever sees teams or finds people by name
            <Route path=path!("/teams") view=TeamsPage />
            <Route path=path!("/teams/:code") view=TeamPage />
            <Route path=path!("/teams/:code/matrix") view=MatrixPage />
            <Route path=path!("/teams/:code/due") view=DuePage />
            <Route path=path!("/teams/:code/supervision") view=TeamSupervision />
            <Route path=path!("/people") view=PeoplePage />
            <Route path=path!("/people/:id") view=PersonPage />
            <Route path=path!("/people/:id/competencies/:code") view=PersonCompetencyPage />

            // Team managers
            <Route path=path!("/teams/:code/starters/new") view=NewStarterPage />
            <Route path=path!("/people/:id/posts/new") view=NewPostPage />
            <Route path=path!("/people/:id/posts/:post/change") view=ChangePostPage />
            <Route path=path!("/people/:id/posts/:post/end") view=EndPostPage />

            // Whoever gives access: administrators, workforce leads, information governance
            <Route path=path!("/grants") view=GrantsPage />
            <Route path=path!("/grants/give") view=FindAccountPage />
            <Route path=path!("/grants/give/:account") view=GiveGrantPage />
            <Route path=path!("/grants/give/:account/founding") view=GiveFoundingPage />
            <Route path=path!("/grants/:grant/end") view=EndGrantPage />
            <Route path=path!("/accounts") view=AccountsPage />
            <Route path=path!("/accounts/add") view=AddAccountPage />
            <Route path=path!("/accounts/:account") view=AccountDetailPage />
            <Route path=path!("/outbox") view=OutboxPage />
            <Route path=path!("/sharing") view=SharingPage />
            <Route path=path!("/sharing/:code") view=SharingOrganisationPage />

            // Whoever brings files in
            <Route path=path!("/import") view=ImportPage />
            <Route path=path!("/import/:id") view=ImportRunPage />
        </Routes>
    }
}
