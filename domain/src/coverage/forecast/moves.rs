//! What becomes of somebody's posts in a row between two days.

use super::Cause;
use crate::people::{RoleIndex, Terms};

/// Somebody's posts in one row on both days: those in scope, and those from which they are away.
#[derive(Clone, Copy, Debug)]
pub(super) struct Posts<'m, 'p> {
    pub before: &'m [&'p Terms],
    pub after: &'m [&'p Terms],
    pub away_before: &'m [&'p Terms],
    pub away_after: &'m [&'p Terms],
}

impl Posts<'_, '_> {
    /// What a change of posts is called; none where the roles in the row stay the same, because only they ask anything. Whoever
    /// goes to another team leaves one row and joins another.
    pub fn moved(&self) -> Option<Cause> {
        let lost = without(self.before, self.after);
        let gained = without(self.after, self.before);
        match (lost.is_empty(), gained.is_empty()) {
            (true, true) => None,
            (false, true) if any(&lost, self.away_after) => Some(Cause::Absences),
            (false, true) => Some(Cause::Leavers),
            (true, false) if any(&gained, self.away_before) => Some(Cause::Returns),
            (true, false) => Some(Cause::Joiners),
            (false, false) => Some(Cause::Changed),
        }
    }
}

/// The roles of posts that none of the other posts has.
fn without(posts: &[&Terms], others: &[&Terms]) -> Vec<RoleIndex> {
    let is_there = |role| others.iter().any(|terms| terms.role == role);
    posts.iter().map(|terms| terms.role).filter(|role| !is_there(*role)).collect()
}

fn any(roles: &[RoleIndex], posts: &[&Terms]) -> bool {
    posts.iter().any(|terms| roles.contains(&terms.role))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::{PostCategory, PostStatus};
    use crate::fte::Fte;

    fn in_role(role: usize) -> Terms {
        let (category, status) = (PostCategory::Permanent, PostStatus::Active);
        Terms { from: None, team: 0, role, fte: Fte::FULL, category, status, line_manager: None }
    }

    #[test]
    fn posts_that_end_begin_and_pause_are_told_apart() {
        use Cause::{Absences, Changed, Joiners, Leavers, Returns};
        // Roles in scope before and after, and those from which somebody is away before and after.
        let table: [([&[usize]; 4], Option<Cause>); 11] = [
            ([&[0], &[0], &[], &[]], None),
            ([&[0, 0], &[0], &[], &[]], None),
            ([&[0], &[], &[], &[]], Some(Leavers)),
            ([&[0, 1], &[1], &[], &[]], Some(Leavers)),
            ([&[0], &[], &[], &[0]], Some(Absences)),
            ([&[0], &[], &[], &[1]], Some(Leavers)),
            ([&[], &[0], &[], &[]], Some(Joiners)),
            ([&[1], &[0, 1], &[], &[]], Some(Joiners)),
            ([&[], &[0], &[0], &[]], Some(Returns)),
            ([&[0], &[1], &[], &[]], Some(Changed)),
            ([&[0], &[1], &[1], &[0]], Some(Changed)),
        ];
        for (roles, expected) in table {
            let terms = roles.map(|roles| roles.iter().map(|r| in_role(*r)).collect::<Vec<_>>());
            let posts: Vec<Vec<&Terms>> = terms.iter().map(|of| of.iter().collect()).collect();
            let posts = Posts {
                before: &posts[0],
                after: &posts[1],
                away_before: &posts[2],
                away_after: &posts[3],
            };
            assert_eq!(posts.moved(), expected, "{roles:?}");
        }
    }
}
