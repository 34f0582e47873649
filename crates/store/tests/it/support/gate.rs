//! Many units of work at one moment, and a way to hold them up until all of them wait.

use super::Deployment;
use domain::access::{Action, Object, Permit};
use domain::id::AccountId;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use store::{Error, Tx};
use tokio::task::JoinHandle;

/// A unit of work that stops in its middle until it is let go, so that others queue behind it.
struct Gate {
    opener: mpsc::Sender<()>,
    done: JoinHandle<Result<(), Error>>,
}

impl Gate {
    async fn shut(d: &Deployment, permit: Permit) -> Self {
        let (opener, wait) = mpsc::channel();
        let (entered, inside) = tokio::sync::oneshot::channel();
        let (wait, entered) = (Mutex::new(wait), Mutex::new(Some(entered)));
        let store = d.store.clone();
        let unit = move |_: &Tx| {
            if let Some(entered) = entered.lock().unwrap().take() {
                entered.send(()).unwrap();
                wait.lock().unwrap().recv().unwrap();
            }
            Ok(())
        };
        let done = tokio::spawn(async move { store.write(permit, unit).await });
        inside.await.expect("the unit begins");
        Self { opener, done }
    }

    async fn open(self) {
        self.opener.send(()).expect("the unit waits");
        self.done.await.unwrap().unwrap();
    }
}

/// Counts itself once it has been asked for its answer the first time: by then its work stands in the queue.
async fn counted<F: Future>(work: F, begun: Arc<AtomicUsize>) -> F::Output {
    let mut work = pin!(work);
    let mut first = true;
    poll_fn(move |context| {
        let answer = work.as_mut().poll(context);
        if std::mem::take(&mut first) {
            begun.fetch_add(1, Ordering::SeqCst);
        }
        answer
    })
    .await
}

impl Deployment {
    /// Runs all of these behind one that waits, so that a file takes them into one commit, and gives each answer.
    pub async fn in_one_group<F>(&self, account: AccountId, units: Vec<F>) -> Vec<Result<(), Error>>
    where
        F: Fn(&Tx) -> Result<(), Error> + Send + Sync + 'static,
    {
        let actor = self.sign_in(account).await;
        let mut permits = Vec::with_capacity(units.len() + 1);
        for _ in 0..=units.len() {
            permits.push(self.may(&actor, Action::SeeHome, Object::Own).await);
        }
        let gate = Gate::shut(self, permits.pop().expect("there is one more than units")).await;
        let begun = Arc::new(AtomicUsize::new(0));
        let count = units.len();
        let tasks = permits.into_iter().zip(units).map(|(permit, unit)| {
            let (store, begun) = (self.store.clone(), Arc::clone(&begun));
            tokio::spawn(async move { counted(store.write(permit, unit), begun).await })
        });
        let tasks: Vec<_> = tasks.collect();
        while begun.load(Ordering::SeqCst) < count {
            tokio::task::yield_now().await;
        }
        gate.open().await;
        let mut answers = Vec::with_capacity(count);
        for task in tasks {
            answers.push(task.await.unwrap());
        }
        answers
    }
}
