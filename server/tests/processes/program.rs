//! A process of the program: it serves, does its jobs, and ends with the test.

use std::net::{SocketAddr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::time::sleep;

/// A process that serves at an address; it ends with the test.
pub struct Process {
    child: Child,
    pub address: SocketAddr,
}

impl Drop for Process {
    fn drop(&mut self) {
        // Also where it was stopped.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Process {
    /// One at a free port, with these settings besides.
    pub fn start(settings: &[(&str, &str)]) -> Self {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let child = Command::new(env!("CARGO_BIN_EXE_esteem"))
            .arg("serve")
            // Not in the project: a developer's own settings may stand in a .env file there.
            .current_dir(std::env::temp_dir())
            .env("ESTEEM_LISTEN", address.to_string())
            .env("ESTEEM_BASE_URL", format!("http://{address}"))
            .envs(settings.iter().copied())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        Self { child, address }
    }

    /// The same, once it takes requests.
    pub async fn ready(mut self) -> Self {
        while TcpStream::connect(self.address).await.is_err() {
            assert_eq!(self.child.try_wait().unwrap(), None, "it ended before it served");
            sleep(Duration::from_millis(20)).await;
        }
        self
    }

    /// Sends it a signal, by its name with a hyphen.
    pub fn signal(&self, name: &str) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args([name, &pid]).status().unwrap().success());
    }
}
