//! Folders and ports.

use std::fs;
use std::net::TcpListener;

use testkit::{TempDir, free_port};

#[test]
fn a_folder_goes_with_all_in_it() {
    let folder = TempDir::new();
    let path = folder.path().to_path_buf();
    fs::create_dir_all(folder.join("a/b")).unwrap();
    fs::write(folder.join("a/b/note"), "some words").unwrap();
    drop(folder);
    assert!(!path.exists());
}

#[test]
fn a_free_port_can_be_listened_on() {
    let port = free_port();
    assert!(TcpListener::bind(("127.0.0.1", port)).is_ok());
}
