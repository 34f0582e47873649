//! The file of an import, read from its pieces in the store one after the other.

use super::file::Source;
use domain::id::ImportId;
use std::io::{self, Read};
use store::Tx;

/// A file in the store.
pub struct Pieces<'a> {
    /// The unit of work it is read in.
    pub tx: &'a Tx<'a>,
    /// Whose file it is.
    pub id: ImportId,
}

impl Source for Pieces<'_> {
    type Reader<'a>
        = FromPieces<'a>
    where
        Self: 'a;

    fn open(&self) -> io::Result<FromPieces<'_>> {
        Ok(FromPieces {
            pieces: self,
            next: 0,
            piece: Vec::new(),
            at: 0,
        })
    }
}

/// Reads on from piece to piece.
pub struct FromPieces<'a> {
    pieces: &'a Pieces<'a>,
    next: i64,
    piece: Vec<u8>,
    at: usize,
}

impl Read for FromPieces<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.at == self.piece.len() {
            let piece = store::import::piece(self.pieces.tx, self.pieces.id, self.next).map_err(io::Error::other)?;
            let Some(piece) = piece else { return Ok(0) };
            self.next += 1;
            self.piece = piece;
            self.at = 0;
        }
        let read = (&self.piece[self.at..]).read(into)?;
        self.at += read;
        Ok(read)
    }
}
