//! One hash over the heads of all books: the tree of RFC 6962, section 2.1.
//!
//! With the root outside the machine, no head covered by it can be changed unseen, and a single book can be shown to have
//! been covered without showing any other.

use crate::secret::sha256;

/// The hash of one leaf: a book, the number of its last entry, and that entry's hash.
pub fn leaf(book: [u8; 16], seq: u64, head: &[u8; 32]) -> [u8; 32] {
    sha256(&[&[0], &book, &seq.to_be_bytes(), head])
}

/// The root over leaves in this order; SHA-256 of nothing if there are none.
pub fn root(leaves: &[[u8; 32]]) -> [u8; 32] {
    let mut tree = Tree::new();
    for leaf in leaves {
        tree.push(*leaf);
    }
    tree.root()
}

/// A tree that takes its leaves one by one and keeps only the hashes it still needs: one for each bit of their number.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    count: u64,
    /// The roots of the full subtrees, the largest and leftmost first: one for each bit set in `count`.
    full: Vec<[u8; 32]>,
}

impl Tree {
    /// A tree without leaves.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a leaf on the right.
    pub fn push(&mut self, leaf: [u8; 32]) {
        // Every bit that adding one carries over is a full subtree that now joins the next.
        let kept = self.full.len() - self.count.trailing_ones() as usize;
        let joined = self.full.drain(kept..).rfold(leaf, |right, left| node(&left, &right));
        self.full.push(joined);
        self.count += 1;
    }

    /// How many leaves there are.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// The root over the leaves so far; SHA-256 of nothing if there are none.
    pub fn root(&self) -> [u8; 32] {
        let mut subtrees = self.full.iter().rev();
        match subtrees.next() {
            None => sha256(&[]),
            Some(smallest) => subtrees.fold(*smallest, |right, left| node(left, &right)),
        }
    }
}

/// What shows that the leaf at this place (the first is 0) is in the tree: the hashes to put beside it on the way to the
/// root, the lowest first. `None` if there is no such leaf.
pub fn path(leaves: &[[u8; 32]], at: usize) -> Option<Vec<[u8; 32]>> {
    if leaves.len() <= at {
        return None;
    }
    let (mut leaves, mut at, mut path) = (leaves, at, Vec::new());
    while 1 < leaves.len() {
        let (left, right) = leaves.split_at(left_size(leaves.len()));
        if at < left.len() {
            path.push(root(right));
            leaves = left;
        } else {
            path.push(root(left));
            at -= left.len();
            leaves = right;
        }
    }
    path.reverse();
    Some(path)
}

/// Whether a [path] leads from this leaf, at this place among `count` leaves, to this root.
pub fn included(leaf: &[u8; 32], at: u64, count: u64, path: &[[u8; 32]], root: &[u8; 32]) -> bool {
    if count <= at {
        return false;
    }
    let (mut at, mut last, mut hash) = (at, count - 1, *leaf);
    for beside in path {
        if last == 0 {
            return false;
        }
        if at % 2 == 1 || at == last {
            hash = node(beside, &hash);
            // A leaf on the right edge goes up alone until there is a subtree on its left.
            let alone = at.trailing_zeros();
            at >>= alone;
            last >>= alone;
        } else {
            hash = node(&hash, beside);
        }
        at >>= 1;
        last >>= 1;
    }
    last == 0 && hash == *root
}

/// How many of so many leaves hang on the left: the greatest power of two that is less than the number.
fn left_size(count: usize) -> usize {
    count.next_power_of_two() / 2
}

fn node(left: &[u8; 32], right: &[u8; 32]) -> [u8; 32] {
    sha256(&[&[1], left, right])
}
