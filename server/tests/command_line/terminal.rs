//! Somebody at a terminal: a folder with a database of its own, and commands that are typed there.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// What people type, by the settings of these commands.
pub const BASE: &str = "http://127.0.0.1:3000";

/// A folder with a database of its own.
pub struct Terminal {
    pub folder: PathBuf,
}

/// How a command ended.
pub struct Ended {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // Nothing depends on it: the folder is the build's own.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Terminal {
    pub fn open(name: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        Self { folder }
    }

    pub fn file(&self, name: &str, text: &str) {
        std::fs::write(self.folder.join(name), text).unwrap();
    }

    pub fn says(&self, arguments: &str) -> Ended {
        self.hears(arguments, "")
    }

    /// A command that reads something from standard input.
    pub fn hears(&self, arguments: &str, input: &str) -> Ended {
        self.runs(&arguments.split(' ').collect::<Vec<_>>(), input)
    }

    /// A command whose arguments may have spaces in them.
    pub fn runs(&self, arguments: &[&str], input: &str) -> Ended {
        let mut child = Command::new(env!("CARGO_BIN_EXE_esteem"))
            .args(arguments)
            .current_dir(&self.folder)
            // All of them, because a developer's own settings may stand in a .env file further up.
            .env("ESTEEM_TODAY", "2026-11-01")
            .env("ESTEEM_DATABASE_URL", "sqlite://esteem.db")
            .env("ESTEEM_BASE_URL", BASE)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A command that does not read has closed it.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Ended {
            status: output.status.code().unwrap(),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }

    /// The result of a command that ends well.
    pub fn does(&self, arguments: &str) -> String {
        let Ended { status, out, err } = self.says(arguments);
        assert_eq!(status, 0, "{arguments}: {err}");
        out
    }
}
