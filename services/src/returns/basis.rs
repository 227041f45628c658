//! What a revision is computed from that others may add to meanwhile: read before, and held against what stands when it is stored.

use super::stored::Stored;
use crate::error::Result;
use domain::organisations::Area;
use domain::returns::ReturnId;
use entities::return_word;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// A word of a need that is stored with the files that it stands in.
#[derive(Clone, Debug)]
pub(super) struct Said {
    /// What names the need.
    pub need: String,
    /// Blank where earlier words are taken back.
    pub words: String,
}

/// What stood of a revision at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Basis {
    /// The last word of the place and the day. They are counted up while the place is held, so none comes in before it.
    word: Option<i64>,
    /// Of its files; `None` before it is prepared.
    digest: Option<String>,
}

impl Basis {
    /// As it stands now; three queries.
    pub async fn read(db: &impl ConnectionTrait, place: &Area, id: &ReturnId) -> Result<Self> {
        let stood = Stored::of_return(db, place, id.date).await?;
        Self::beside(db, (place, id), stood.iter().find(|one| one.id == *id)).await
    }

    /// The same where it is known what was done with the revision; one query.
    pub async fn beside(
        db: &impl ConnectionTrait,
        (place, id): (&Area, &ReturnId),
        stands: Option<&Stored>,
    ) -> Result<Self> {
        let word: Option<i64> = return_word::Entity::find()
            .select_only()
            .column(return_word::Column::Id)
            .filter(return_word::Column::PlaceId.eq(place.id))
            .filter(return_word::Column::ReferenceDate.eq(id.date))
            .order_by_desc(return_word::Column::Id)
            .into_tuple()
            .one(db)
            .await?;
        let last = stands.and_then(|stands| stands.taken.last());
        Ok(Self { word, digest: last.map(|last| last.digest.clone()) })
    }

    /// Whether files of this digest, computed from it, lack what was added until `now`: words, or other files that somebody made
    /// meanwhile. The same files in two hands lack nothing.
    pub fn is_stale(&self, now: &Self, digest: &str) -> bool {
        let is_other = self.digest != now.digest && now.digest.as_deref() != Some(digest);
        self.word != now.word || is_other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn basis(word: Option<i64>, digest: Option<&str>) -> Basis {
        Basis { word, digest: digest.map(str::to_owned) }
    }

    #[test]
    fn files_are_stale_where_words_or_other_files_came_meanwhile() {
        let first = basis(None, None);
        assert!(!first.is_stale(&basis(None, None), "a"));
        assert!(!first.is_stale(&basis(None, Some("a")), "a"), "the same files");
        assert!(first.is_stale(&basis(None, Some("b")), "a"), "others, perhaps from newer data");
        let said = basis(Some(1), Some("a"));
        assert!(!said.is_stale(&said, "b"), "nothing came meanwhile");
        assert!(said.is_stale(&basis(Some(2), Some("a")), "a"), "a word that stands in no file");
        assert!(first.is_stale(&basis(Some(1), None), "a"), "the first word");
    }
}
