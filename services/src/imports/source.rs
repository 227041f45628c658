//! Where a file comes from: a path, a text in memory, or the pieces of an upload. Each can be read more than once.

use crate::db::Db;
use crate::error::{Error, Result};
use domain::ids::ImportId;
use domain::refusal::Refusal;
use entities::import_chunk;
use sea_orm::EntityTrait;
use std::fs::File;
use std::io::{Cursor, Read};
use std::path::PathBuf;
use std::sync::Arc;
use tokio::runtime::Handle;

/// The largest file that is read at all.
const LARGEST: u64 = 2 * 1024 * 1024 * 1024;

/// A file that can be opened again and again.
#[derive(Clone, Debug)]
pub enum Source {
    Path(PathBuf),
    Memory {
        name: String,
        bytes: Arc<[u8]>,
    },
    /// Kept in the database since it was uploaded.
    Upload(Upload),
}

/// An upload, as far as reading it goes.
#[derive(Clone, Debug)]
pub struct Upload {
    pub(super) id: ImportId,
    pub(super) name: String,
    pub(super) size: u64,
    pub(super) db: Db,
}

impl Source {
    /// A text that is at hand.
    pub fn text(name: &str, text: &str) -> Self {
        Self::Memory { name: name.to_owned(), bytes: Arc::from(text.as_bytes()) }
    }

    /// The file's name, without the folder.
    pub fn name(&self) -> String {
        match self {
            Self::Path(path) => {
                path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
            }
            Self::Memory { name, .. } | Self::Upload(Upload { name, .. }) => name.clone(),
        }
    }

    /// The upload that it is, where it is one.
    pub(super) const fn upload(&self) -> Option<ImportId> {
        match self {
            Self::Upload(upload) => Some(upload.id),
            Self::Path(_) | Self::Memory { .. } => None,
        }
    }

    /// The size in bytes.
    ///
    /// # Errors
    /// Refuses what is not there, is not a file, or is larger than any file that can be read.
    pub(super) fn size(&self) -> Result<u64> {
        let size = match self {
            Self::Path(path) => {
                let found = path.metadata().map_err(|e| self.unreadable(&e))?;
                if !found.is_file() {
                    return Err(self.unreadable("it is not a file"));
                }
                found.len()
            }
            Self::Memory { bytes, .. } => bytes.len() as u64,
            Self::Upload(upload) => upload.size,
        };
        if size > LARGEST {
            return Err(self.unreadable("it is larger than 2 GB; split it"));
        }
        Ok(size)
    }

    /// Opens the file at its beginning. An upload must be read away from the async threads, because each piece waits
    /// for the database.
    pub(super) fn open(&self) -> Result<Box<dyn Read + Send>> {
        Ok(match self {
            Self::Path(path) => Box::new(File::open(path).map_err(|e| self.unreadable(&e))?),
            Self::Memory { bytes, .. } => Box::new(Cursor::new(Arc::clone(bytes))),
            Self::Upload(upload) => Box::new(Pieces::of(upload.clone())),
        })
    }

    pub(super) fn unreadable(&self, why: impl std::fmt::Display) -> Error {
        let name = self.name();
        Refusal::rule("file-unreadable", format!("'{name}' cannot be read: {why}")).into()
    }
}

/// The pieces of an upload, one after the other; only one is in memory.
struct Pieces {
    upload: Upload,
    handle: Handle,
    next: i32,
    piece: Cursor<Vec<u8>>,
}

impl Pieces {
    fn of(upload: Upload) -> Self {
        Self { upload, handle: Handle::current(), next: 0, piece: Cursor::default() }
    }
}

impl Read for Pieces {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        loop {
            let read = self.piece.read(buffer)?;
            if read > 0 {
                return Ok(read);
            }
            let key = (self.upload.id, self.next);
            let fetch = import_chunk::Entity::find_by_id(key).one(self.upload.db.read());
            let Some(piece) = self.handle.block_on(fetch).map_err(std::io::Error::other)? else {
                return Ok(0);
            };
            self.next += 1;
            self.piece = Cursor::new(piece.bytes);
        }
    }
}
