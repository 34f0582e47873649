//! Turns `locales/<tag>/<word>.ftl` into Rust: one function for each message.
//!
//! Anything wrong with the messages stops the build, with one sentence for each fault that names the file, the key and
//! the language. Nothing falls back to English.

mod generate;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

use generate::Source;

/// Where the messages are, from the folder of this crate.
const LOCALES: &str = "../../locales";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed={LOCALES}");
    println!("cargo::rerun-if-changed=build");
    let sources = match read_all(Path::new(LOCALES)) {
        Ok(sources) => sources,
        Err(error) => return stop(&[format!("the messages in locales/ cannot be read: {error}")]),
    };
    let code = match generate::generate(&sources) {
        Ok(code) => code,
        Err(faults) => return stop(&faults),
    };
    let folder = env::var_os("OUT_DIR").expect("cargo names the folder for what a build makes");
    match fs::write(PathBuf::from(folder).join("messages.rs"), code) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => stop(&[format!("the generated messages cannot be written: {error}")]),
    }
}

/// Prints each fault as an error of the build.
fn stop(faults: &[String]) -> ExitCode {
    for fault in faults {
        println!("cargo::error={fault}");
    }
    ExitCode::FAILURE
}

/// Reads every `.ftl` file of every language, in the order of their names.
fn read_all(locales: &Path) -> io::Result<Vec<Source>> {
    let mut sources = Vec::new();
    for language in names(locales)? {
        let folder = locales.join(&language);
        if !folder.is_dir() {
            continue;
        }
        for file in names(&folder)? {
            let path = folder.join(&file);
            if path.extension() != Some(OsStr::new("ftl")) {
                continue;
            }
            let word = file.trim_end_matches(".ftl").to_owned();
            sources.push(Source {
                tag: language.clone(),
                word,
                text: fs::read_to_string(&path)?,
            });
        }
    }
    Ok(sources)
}

/// The names in a folder, sorted, so that the same messages always make the same code.
fn names(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}
