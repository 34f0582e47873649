//! A port nobody listens on.

use std::net::{Ipv4Addr, TcpListener};

/// A TCP port on the loopback address that was free a moment ago.
///
/// Another process may take it before the caller does, so a server that cannot bind should ask again.
///
/// # Panics
///
/// When the machine has no free port or no loopback network.
pub fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .expect("a test machine has a loopback network and a free port")
        .port()
}
