//! The route table, grouped by whom it serves.

use crate::about::{AccessibilityStatement, Privacy};
use crate::account::{AccountPage, PasswordPage};
use crate::accounts::{AccountDetailPage, AccountsPage, AddAccountPage};
use crate::brought::{BringRecordPage, BroughtRecordPage, WaitingRecordsPage};
use crate::calendar::MyCalendarPage;
use crate::confirm::{
    Claims, ConfirmPersonPage, ConfirmTogetherPage, CountersignPage, DueAgainPage, ObservePage,
    Request, Requests, SeveralPage,
};
use crate::courses::{CoursePage, CoursesPage};
use crate::cover_rules::{AddCoverRulePage, ChangeCoverRulePage, CoverRulesPage};
use crate::coverage::{
    CoverPage, CoverageChangePage, CoverageForecastPage, CoverageInputPage, CoveragePage,
    CoveragePeoplePage, CoverageRankedPage, CoverageTrendPage, WhyCoveredPage,
};
use crate::evidence::{AddEvidencePage, ChangeEvidencePage, MyEvidencePage};
use crate::framework::{Framework, FrameworkDomain};
use crate::frameworks::{
    CrosswalkPage, CrosswalkQuestionPage, DraftCommentsPage, DraftCompetencyPage, DraftDomainPage,
    DraftPage, DraftRequirementsPage, DraftRolesPage, FrameworkVersionsPage,
    NewDraftCompetencyPage, NewDraftDomainPage, PublishDraftPage, ReviewPage,
};
use crate::funding::{
    AddSchemePage, ChangeSchemePage, ClaimPage, ClaimsPage, SchemeClaimsPage, SchemesPage,
};
use crate::grants::{EndGrantPage, FindAccountPage, GiveFoundingPage, GiveGrantPage, GrantsPage};
use crate::help::{MyHelpPage, WhoCanHelpPage};
use crate::home::Home;
use crate::import::{ImportPage, ImportRunPage};
use crate::inputs::{AddInputPage, ChangeInputPage, TeamInputPage};
use crate::invitation::InvitationPage;
use crate::issuers::{AddIssuerPage, EndIssuerPage, IssuersPage};
use crate::my::{MyCompetencies, MyCompetency, MyDomain, MyNextSteps, MyRevalidation, StartHere};
use crate::named_groups::{
    AddNamedGroupPage, ChangeNamedGroupPage, GroupMemberPage, NamedGroupsPage,
};
use crate::outbox::OutboxPage;
use crate::passport::{MyPassport, VerifyPage};
use crate::people::{
    ChangePostPage, EndPostPage, NewPostPage, PeoplePage, PersonCompetencyPage, PersonPage,
};
use crate::planning::{AssessorsPage, LoadPage};
use crate::problem::PageNotFound;
use crate::programmes::{
    ChangeProgrammePage, ChangeStepPage, EditProgrammePage, MyProgrammesPage, NewProgrammePage,
    NewStepPage, ProgrammePage, ProgrammeRowsPage, ProgrammeTeamPage, ProgrammesPage,
    StepCompetenciesPage,
};
use crate::protected_time::{ChangeTimePage, EducatorTimePage, EducatorsPage, MyTimePage};
use crate::recognise::RecognisePage;
use crate::redactions::{PersonTextsPage, RedactionTextPage, RedactionsPage};
use crate::release::{ReleasePage, SeatRequestsPage};
use crate::reminders::RemindersPage;
use crate::return_recipients::RecipientsPage;
use crate::return_schedule::ReturnSchedulePage;
use crate::returns::{
    OneReturnPage, ReturnAnnexPage, ReturnFiguresPage, ReturnNeedsPage, ReturnsPage, SayOfNeedPage,
};
use crate::session_requests::{SessionRequestsPage, TeamSessionRequestsPage};
use crate::sessions::{
    ChangeSessionPage, CheckInSessionPage, CheckPlanPage, FiguresPage, MySessionsPage,
    NewSessionPage, PlanStepPage, PlanStepsPage, RecordSessionPage, RepeatSessionPage,
    SeriesChangePage, SeriesPage, SeriesPracticesPage, SessionCodePage, SessionCompetenciesPage,
    SessionFeedbackPage, SessionGuestsPage, SessionLeadsPage, SessionPage, SessionPeoplePage,
    SessionRegisterPage, SessionSeatsPage, SessionSeenPage, SessionSheetPage, SessionTeamsPage,
    SessionTimesPage, SessionsPage,
};
use crate::sharing::{SharingOrganisationPage, SharingPage};
use crate::sign_in::SignInPage;
use crate::supervision::{MySupervision, TeamSupervision};
use crate::teams::{DuePage, EntitlementPage, MatrixPage, NewStarterPage, TeamPage, TeamsPage};
use leptos::prelude::*;
use leptos_router::components::{Route, Routes};
use leptos_router::path;

#[expect(clippy::too_many_lines, reason = "a table: one route a line")]
#[component]
pub fn Pages() -> impl IntoView {
    view! {
        <Routes fallback=PageNotFound>
            // Everyone, signed in or not
            <Route path=path!("/") view=Home />
            <Route path=path!("/sign-in") view=SignInPage />
            <Route path=path!("/invitation/:token") view=InvitationPage />
            <Route path=path!("/review/:token") view=ReviewPage />
            <Route path=path!("/accessibility") view=AccessibilityStatement />
            <Route path=path!("/privacy") view=Privacy />
            <Route path=path!("/verify") view=VerifyPage />

            // Staff, about themselves
            <Route path=path!("/my/competencies") view=MyCompetencies />
            <Route path=path!("/my/competencies/:code") view=MyCompetency />
            <Route path=path!("/my/domains/:code") view=MyDomain />
            <Route path=path!("/my/start") view=StartHere />
            <Route path=path!("/my/supervision") view=MySupervision />
            <Route path=path!("/my/help") view=MyHelpPage />
            <Route path=path!("/who-can-help") view=WhoCanHelpPage />
            <Route path=path!("/my/next-steps") view=MyNextSteps />
            <Route path=path!("/my/programmes") view=MyProgrammesPage />
            <Route path=path!("/my/sessions") view=MySessionsPage />
            <Route path=path!("/my/protected-time") view=MyTimePage />
            <Route path=path!("/sessions/:id/check-in") view=CheckInSessionPage />
            <Route path=path!("/sessions/:id/feedback") view=SessionFeedbackPage />
            <Route path=path!("/my/calendar") view=MyCalendarPage />
            <Route path=path!("/my/revalidation") view=MyRevalidation />
            <Route path=path!("/my/passport") view=MyPassport />
            <Route path=path!("/my/evidence") view=MyEvidencePage />
            <Route path=path!("/my/evidence/add") view=AddEvidencePage />
            <Route path=path!("/my/record/bring") view=BringRecordPage />
            <Route path=path!("/my/evidence/:id/change") view=ChangeEvidencePage />

            // Educators and workforce leads, who draft programmes
            <Route path=path!("/programmes/new") view=NewProgrammePage />
            <Route path=path!("/programmes/:code/edit") view=EditProgrammePage />
            <Route path=path!("/programmes/:code/change") view=ChangeProgrammePage />
            <Route path=path!("/programmes/:code/steps/new") view=NewStepPage />
            <Route path=path!("/programmes/:code/steps/:step") view=ChangeStepPage />
            <Route path=path!("/programmes/:code/steps/:step/competencies") view=StepCompetenciesPage />

            // Educators and workforce leads, who plan sessions
            <Route path=path!("/sessions/new") view=NewSessionPage />
            <Route path=path!("/sessions/plan") view=CheckPlanPage />
            <Route path=path!("/sessions/plan/:step") view=PlanStepPage />
            <Route path=path!("/programmes/:code/series") view=PlanStepsPage />
            <Route path=path!("/sessions/record") view=RecordSessionPage />
            <Route path=path!("/sessions/figures") view=FiguresPage />
            <Route path=path!("/session-requests") view=SessionRequestsPage />
            <Route path=path!("/sessions/:id/change") view=ChangeSessionPage />
            <Route path=path!("/sessions/:id/leads") view=SessionLeadsPage />
            <Route path=path!("/sessions/:id/competencies") view=SessionCompetenciesPage />
            <Route path=path!("/sessions/:id/seats") view=SessionSeatsPage />
            <Route path=path!("/sessions/:id/teams") view=SessionTeamsPage />
            <Route path=path!("/sessions/:id/guests") view=SessionGuestsPage />
            <Route path=path!("/sessions/:id/times") view=SessionTimesPage />
            <Route path=path!("/sessions/:id/repeat") view=RepeatSessionPage />
            <Route path=path!("/sessions/:id/series") view=SeriesChangePage />

            // Whoever runs or leads a session, on its day and after
            <Route path=path!("/sessions/:id/register") view=SessionRegisterPage />
            <Route path=path!("/sessions/:id/sheet") view=SessionSheetPage />
            <Route path=path!("/sessions/:id/code") view=SessionCodePage />
            <Route path=path!("/sessions/:id/confirm") view=SessionSeenPage />

            // Everybody with an account
            <Route path=path!("/account") view=AccountPage />
            <Route path=path!("/account/password") view=PasswordPage />
            <Route path=path!("/account/mail") view=RemindersPage />
            <Route path=path!("/framework") view=Framework />
            <Route path=path!("/framework/:domain") view=FrameworkDomain />
            <Route path=path!("/programmes") view=ProgrammesPage />
            <Route path=path!("/programmes/:code") view=ProgrammePage />
            <Route path=path!("/sessions") view=SessionsPage />
            <Route path=path!("/sessions/:id") view=SessionPage />
            <Route path=path!("/sessions/series/:id") view=SeriesPage />
            <Route path=path!("/sessions/series/:id/practices") view=SeriesPracticesPage />

            // Assessors, managers and workforce leads, about others
            <Route path=path!("/confirm") view=Requests />
            <Route path=path!("/confirm/several") view=SeveralPage />
            <Route path=path!("/confirm/due") view=DueAgainPage />
            <Route path=path!("/confirm/together") view=ConfirmTogetherPage />
            <Route path=path!("/confirm/assessors") view=AssessorsPage />
            <Route path=path!("/confirm/records") view=WaitingRecordsPage />
            <Route path=path!("/confirm/records/:id") view=BroughtRecordPage />
            <Route path=path!("/confirm/people/:id") view=ConfirmPersonPage />
            <Route path=path!("/confirm/people/:id/observe") view=ObservePage />
            <Route path=path!("/confirm/:sequence") view=Request />
            <Route path=path!("/confirm/countersign/:sequence") view=CountersignPage />
            <Route path=path!("/claims") view=Claims />
            <Route path=path!("/recognise") view=RecognisePage />

            // Whoever sees exact figures
            <Route path=path!("/coverage") view=CoveragePage />
            <Route path=path!("/coverage/people") view=CoveragePeoplePage />
            <Route path=path!("/coverage/change") view=CoverageChangePage />
            <Route path=path!("/coverage/ranked") view=CoverageRankedPage />
            <Route path=path!("/coverage/trend") view=CoverageTrendPage />
            <Route path=path!("/coverage/forecast") view=CoverageForecastPage />
            <Route path=path!("/coverage/cover") view=CoverPage />
            <Route path=path!("/coverage/cover/why") view=WhyCoveredPage />
            <Route path=path!("/coverage/input") view=CoverageInputPage />
            <Route path=path!("/coverage/rules") view=CoverRulesPage />
            <Route path=path!("/coverage/groups") view=NamedGroupsPage />

            // Workforce leads, who keep cover rules
            <Route path=path!("/coverage/rules/add") view=AddCoverRulePage />
            <Route path=path!("/coverage/rules/:id/change") view=ChangeCoverRulePage />

            // Workforce leads, who keep named groups
            <Route path=path!("/coverage/groups/add") view=AddNamedGroupPage />
            <Route path=path!("/coverage/groups/:id/change") view=ChangeNamedGroupPage />
            <Route path=path!("/coverage/groups/:id/members/:member") view=GroupMemberPage />

            // Administrators, who say whom returns are for; workforce leads, who prepare them
            <Route path=path!("/returns/recipients") view=RecipientsPage />
            <Route path=path!("/returns/schedule") view=ReturnSchedulePage />
            // Whoever prepares, checks, approves or audits returns; what is submitted is everybody's to read
            <Route path=path!("/returns") view=ReturnsPage />
            <Route path=path!("/returns/:id") view=OneReturnPage />
            <Route path=path!("/returns/:id/figures") view=ReturnFiguresPage />
            <Route path=path!("/returns/:id/needs") view=ReturnNeedsPage />
            <Route path=path!("/returns/:id/needs/say") view=SayOfNeedPage />
            <Route path=path!("/returns/:id/annex") view=ReturnAnnexPage />

            // Workforce leads, who plan who assesses
            <Route path=path!("/load") view=LoadPage />

            // Workforce leads, who promise educators time
            <Route path=path!("/protected-time") view=EducatorsPage />
            <Route path=path!("/protected-time/:person") view=EducatorTimePage />
            <Route path=path!("/protected-time/:person/:id/change") view=ChangeTimePage />

            // Workforce leads, who keep what pays for sessions
            <Route path=path!("/funding-schemes") view=SchemesPage />
            <Route path=path!("/funding-schemes/add") view=AddSchemePage />
            <Route path=path!("/funding-schemes/:id/change") view=ChangeSchemePage />
            <Route path=path!("/funding-schemes/:id/claims") view=SchemeClaimsPage />

            // Whoever sees teams or finds people by name
            <Route path=path!("/teams") view=TeamsPage />
            <Route path=path!("/teams/entitlement") view=EntitlementPage />
            <Route path=path!("/teams/:code") view=TeamPage />
            <Route path=path!("/teams/:code/matrix") view=MatrixPage />
            <Route path=path!("/teams/:code/due") view=DuePage />
            <Route path=path!("/teams/:code/supervision") view=TeamSupervision />
            <Route path=path!("/teams/:code/input") view=TeamInputPage />
            <Route path=path!("/people") view=PeoplePage />
            <Route path=path!("/people/:id") view=PersonPage />
            <Route path=path!("/people/:id/competencies/:code") view=PersonCompetencyPage />
            <Route path=path!("/programmes/:code/teams") view=ProgrammeRowsPage />
            <Route path=path!("/programmes/:code/teams/:team") view=ProgrammeTeamPage />

            // Whoever manages people, or leads a practice's mental health work
            <Route path=path!("/sessions/:id/people") view=SessionPeoplePage />
            <Route path=path!("/teams/:code/session-requests") view=TeamSessionRequestsPage />

            // Team managers
            <Route path=path!("/seat-requests") view=SeatRequestsPage />
            <Route path=path!("/teams/:code/release") view=ReleasePage />
            <Route path=path!("/teams/:code/claims") view=ClaimsPage />
            <Route path=path!("/teams/:code/claims/:id") view=ClaimPage />
            <Route path=path!("/teams/:code/input/add") view=AddInputPage />
            <Route path=path!("/teams/:code/input/:id/change") view=ChangeInputPage />
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
            <Route path=path!("/trusted-issuers") view=IssuersPage />
            <Route path=path!("/trusted-issuers/add") view=AddIssuerPage />
            <Route path=path!("/trusted-issuers/:id/end") view=EndIssuerPage />
            <Route path=path!("/sharing") view=SharingPage />
            <Route path=path!("/sharing/:code") view=SharingOrganisationPage />

            // Whoever drafts or publishes the framework
            <Route path=path!("/frameworks") view=FrameworkVersionsPage />
            <Route path=path!("/frameworks/:number") view=DraftPage />
            <Route path=path!("/frameworks/:number/domains/new") view=NewDraftDomainPage />
            <Route path=path!("/frameworks/:number/domains/:code") view=DraftDomainPage />
            <Route path=path!("/frameworks/:number/competencies/new") view=NewDraftCompetencyPage />
            <Route path=path!("/frameworks/:number/competencies/:code") view=DraftCompetencyPage />
            <Route path=path!("/frameworks/:number/crosswalk") view=CrosswalkPage />
            <Route path=path!("/frameworks/:number/crosswalk/:code") view=CrosswalkQuestionPage />
            <Route path=path!("/frameworks/:number/requirements") view=DraftRolesPage />
            <Route path=path!("/frameworks/:number/requirements/:role") view=DraftRequirementsPage />
            <Route path=path!("/frameworks/:number/comments") view=DraftCommentsPage />
            <Route path=path!("/frameworks/:number/publish") view=PublishDraftPage />

            // Information governance, about what is written in records
            <Route path=path!("/redactions") view=RedactionsPage />
            <Route path=path!("/redactions/people/:id") view=PersonTextsPage />
            <Route path=path!("/redactions/texts/:kind/:row") view=RedactionTextPage />

            // Whoever brings files in
            <Route path=path!("/import") view=ImportPage />
            <Route path=path!("/import/courses") view=CoursesPage />
            <Route path=path!("/import/courses/:id") view=CoursePage />
            <Route path=path!("/import/:id") view=ImportRunPage />
        </Routes>
    }
}
