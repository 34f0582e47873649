//! The room a paper is laid out in: the template, the fonts and the paper's values. There is no file, package or clock
//! in it.

use std::path::PathBuf;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use super::font::{BOOK, FONTS};

/// The template.
static TEMPLATE: LazyLock<Source> = LazyLock::new(|| {
    let path = VirtualPath::new("paper.typ").expect("a plain name is a path");
    let id = RootedPath::new(VirtualRoot::Project, path).intern();
    Source::new(id, include_str!("paper.typ").to_owned())
});

/// Where one paper is laid out.
pub struct Room {
    library: LazyHash<Library>,
}

impl Room {
    /// A room with the values of a paper, which the template reads as `sys.inputs`.
    pub fn for_paper(values: Dict) -> Self {
        let library = Library::builder().with_inputs(values).build();
        Self {
            library: LazyHash::new(library),
        }
    }
}

impl World for Room {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        TEMPLATE.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == TEMPLATE.id() {
            Ok(TEMPLATE.clone())
        } else {
            Err(no_file())
        }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(no_file())
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn no_file() -> FileError {
    FileError::NotFound(PathBuf::new())
}
