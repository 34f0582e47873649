//! What can be asked at the command line. `susd help` is made from these comments.

use clap::{Parser, Subcommand};
use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

/// Step Up Step Down: the family support programme, its records and its people.
#[derive(Debug, Parser)]
#[command(name = "susd", version, max_term_width = 100)]
pub struct Args {
    /// What is written to the log: a level, or levels for parts, as in `info,store=debug`.
    #[arg(long, global = true, default_value = "warn", value_name = "LEVEL")]
    pub log: String,
    /// Write each line of the log as JSON.
    #[arg(long, global = true)]
    pub log_json: bool,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Try it: invented areas, families and people, on this machine only.
    Demo(Demo),
    /// Run the service.
    Serve(Serve),
    /// Bring the database up to this program's version.
    Migrate(Place),
    /// People who may sign in.
    User(User),
    /// Take in what another system exported.
    Import(Import),
    /// The key that protects every record.
    Key {
        /// What to do with it.
        #[command(subcommand)]
        command: Key,
    },
    /// Copy everything but the key into one file, while people work.
    Backup(Backup),
    /// Put a copy in the database's place, with every erasure since done again.
    Restore(Restore),
    /// Check that nobody rewrote the journal.
    Verify(Verify),
    /// Sign how every book of the journal stands now.
    Checkpoint(Checkpoint),
    /// List every address, with what is done there and to what.
    Routes(Routes),
    /// Look for what is not as it should be: agreements, administrators, versions.
    Check(Place),
}

/// Where a deployment is, and its key.
#[derive(Clone, Debug, clap::Args)]
pub struct Place {
    /// The folder that holds the database and files.
    #[arg(long, global = true, value_name = "DIR", default_value = "susd-data/serve")]
    pub data: PathBuf,
    /// A database elsewhere: postgres://… or another file.
    #[arg(long, global = true, value_name = "URL")]
    pub database: Option<String>,
    /// The file of the root key, outside the data folder.
    #[arg(long, global = true, value_name = "FILE")]
    pub key: Option<PathBuf>,
    /// Let the key lie in the data folder: whoever takes the folder can then read everything.
    #[arg(long, global = true)]
    pub key_beside_data: bool,
}

/// `susd demo`.
#[derive(Debug, clap::Args)]
pub struct Demo {
    /// The port on this machine; 0 takes any that is free.
    #[arg(long, value_name = "N", default_value_t = 8080)]
    pub port: u16,
    /// The folder that keeps it between starts.
    #[arg(long, value_name = "DIR", default_value = "susd-data/demo")]
    pub data: PathBuf,
    /// A database elsewhere: an empty postgres://… database.
    #[arg(long, value_name = "URL")]
    pub database: Option<String>,
    /// Print one line when ready: the address and the people, with a token each.
    #[arg(long)]
    pub json: bool,
    /// Forget what was done in it and start again.
    #[arg(long)]
    pub fresh: bool,
}

/// `susd serve`.
#[derive(Debug, clap::Args)]
pub struct Serve {
    /// Where it is and its key.
    #[command(flatten)]
    pub place: Place,
    /// The address people type, as in `https://susd.example.org`.
    #[arg(long, value_name = "URL")]
    pub origin: String,
    /// The port to listen on.
    #[arg(long, value_name = "N", default_value_t = 8080)]
    pub port: u16,
    /// The address to listen on; whatever encrypts the connections stands before it.
    #[arg(long, value_name = "IP", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    pub listen: IpAddr,
    /// The address of whatever encrypts the connections: its word, the last in X-Forwarded-For, is taken for where a
    /// request comes from. Without it, everybody behind it counts as one when wrong passwords are counted.
    #[arg(long, value_name = "IP")]
    pub proxy: Option<IpAddr>,
    /// A folder on another machine that gets a signed checkpoint every hour.
    #[arg(long, value_name = "DIR")]
    pub checkpoint_dir: Option<PathBuf>,
    /// By what messages leave.
    #[command(flatten)]
    pub sending: Sending,
}

/// By what messages leave. They say that there is something to read, and nothing of any family.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Sending {
    /// The mail server, as in `smtps://user@mail.example.org` or `smtp://mail.example.org:587`; without it no e-mail leaves.
    #[arg(long, value_name = "URL", requires = "mail_from")]
    pub smtp: Option<String>,
    /// The address e-mail is from.
    #[arg(long, value_name = "ADDRESS", requires = "smtp")]
    pub mail_from: Option<String>,
    /// A file that only you can read, with the password for the mail server.
    #[arg(long, value_name = "FILE", requires = "smtp")]
    pub smtp_password_file: Option<PathBuf>,
    /// The gateway for text messages, `https://…`; without it no text leaves.
    #[arg(long, value_name = "URL", requires = "sms_from")]
    pub sms_gateway: Option<String>,
    /// A file that only you can read, with the token the gateway asks for.
    #[arg(long, value_name = "FILE", requires = "sms_gateway")]
    pub sms_token_file: Option<PathBuf>,
    /// Whom a text shows it is from: a number, or a neutral name of at most 11 letters.
    #[arg(long, value_name = "NAME", requires = "sms_gateway")]
    pub sms_from: Option<String>,
    /// What the gateway is posted, with {to}, {text} and {from} in it: JSON, or a form as in `to={to}&body={text}`.
    #[arg(long, value_name = "TEXT", default_value = web::send::BODY)]
    pub sms_body: String,
    /// Make every message and send none: each is kept as one that would have been sent.
    #[arg(long, conflicts_with_all = ["smtp", "sms_gateway"])]
    pub send_test: bool,
}

/// `susd user`.
#[derive(Debug, clap::Args)]
pub struct User {
    /// What to do.
    #[command(subcommand)]
    pub command: UserCommand,
    /// Where the deployment is and its key.
    #[command(flatten)]
    pub place: Place,
}

/// What can be done with people.
#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Make an account.
    Add {
        /// The person's name.
        #[arg(long)]
        name: String,
        /// Their address for mail.
        #[arg(long)]
        email: String,
        /// The language they land in.
        #[arg(long, default_value = "en", value_parser = ["en", "cy"])]
        language: String,
    },
    /// List accounts and their roles.
    List,
    /// Give a role, propose one, or end one.
    Role {
        /// Whose, by their address for mail.
        email: String,
        /// The role, as in `programme_manager`.
        role: String,
        /// The programme area, by its name or id; none for the whole service.
        #[arg(long)]
        site: Option<String>,
        /// End it instead.
        #[arg(long)]
        end: bool,
    },
    /// Print a link with which somebody chooses how to sign in, once.
    PasswordLink {
        /// Whose, by their address for mail.
        email: String,
        /// The address people type, as `susd serve` was given it.
        #[arg(long, value_name = "URL")]
        origin: String,
    },
    /// Forget how somebody signs in, when they have lost it: passkeys, codes and password. They choose
    /// anew with a link.
    ForgetWaysIn {
        /// Whose, by their address for mail.
        email: String,
    },
    /// End every sign-in of somebody, now.
    SignOut {
        /// Whose, by their address for mail.
        email: String,
    },
}

/// `susd import`.
#[derive(Debug, clap::Args)]
pub struct Import {
    /// What to take in.
    #[command(subcommand)]
    pub command: ImportCommand,
    /// Where the deployment is and its key.
    #[command(flatten)]
    pub place: Place,
}

/// What can be taken in.
#[derive(Debug, Subcommand)]
pub enum ImportCommand {
    /// Referrals: a CSV file or a spreadsheet, one row for each person. Ends with 1 when rows stay out.
    Referrals {
        /// The file.
        file: PathBuf,
        /// The programme area, by its name or id.
        #[arg(long)]
        site: String,
        /// Only say what would happen.
        #[arg(long)]
        dry_run: bool,
        /// The language of what is said.
        #[arg(long, default_value = "en", value_parser = ["en", "cy"])]
        language: String,
    },
}

/// What can be done with a key.
#[derive(Debug, Subcommand)]
pub enum Key {
    /// Make a new key in a new file that only you can read.
    New {
        /// The file.
        file: PathBuf,
    },
    /// Print the key as a recovery sheet, to be kept on paper in a safe.
    Export {
        /// The file.
        #[arg(long, value_name = "FILE")]
        key: PathBuf,
    },
    /// Say whether a key can be read and is the one a deployment was made with.
    Check(Place),
}

/// `susd backup`.
#[derive(Debug, clap::Args)]
pub struct Backup {
    /// Where the deployment is and its key.
    #[command(flatten)]
    pub place: Place,
    /// The file to write, or a folder that gets one named for the instant.
    #[arg(long, value_name = "FILE|DIR")]
    pub to: PathBuf,
}

/// `susd restore`.
#[derive(Debug, clap::Args)]
pub struct Restore {
    /// Where the deployment is and its key.
    #[command(flatten)]
    pub place: Place,
    /// The copy.
    #[arg(long, value_name = "FILE")]
    pub from: PathBuf,
    /// The list of erasures kept beside the checkpoints, for when the old database is lost.
    #[arg(long, value_name = "FILE")]
    pub tombstones: Option<PathBuf>,
}

/// `susd verify`.
#[derive(Debug, clap::Args)]
pub struct Verify {
    /// Where the deployment is and its key.
    #[command(flatten)]
    pub place: Place,
    /// Check against a checkpoint that was kept elsewhere, too.
    #[arg(long, value_name = "FILE")]
    pub checkpoint: Option<PathBuf>,
}

/// `susd checkpoint`.
#[derive(Debug, clap::Args)]
pub struct Checkpoint {
    /// Where the deployment is and its key.
    #[command(flatten)]
    pub place: Place,
    /// The folder it is written to; it is printed in any case.
    #[arg(long, value_name = "DIR")]
    pub to: Option<PathBuf>,
}

/// `susd routes`.
#[derive(Debug, clap::Args)]
pub struct Routes {
    /// Print a JSON list.
    #[arg(long)]
    pub json: bool,
    /// With the one address that only the demonstration has.
    #[arg(long)]
    pub demo: bool,
}
