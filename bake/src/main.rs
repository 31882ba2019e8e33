//! The command line of `bake`.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use bake::files::BuilderWords;
use clap::{Parser, Subcommand};

use oxytocin_explainer::model::Pack;

#[derive(Parser)]
#[command(about = "Checks the content and turns it into packs and pages")]
struct Arguments {
    /// The content folder.
    #[arg(long, default_value = "content", global = true)]
    content: PathBuf,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Reads all content and lists every problem with file and key.
    Check,
    /// Writes JSON Schemas of the content files, for editors.
    Schema {
        /// Where to.
        #[arg(long, default_value = "content/schema")]
        out: PathBuf,
    },
    /// Turns what Trunk has built in a folder into the site (Trunk's post-build hook).
    Site {
        /// Trunk's output, which becomes the site; by default the folder that Trunk names to its hooks.
        #[arg(long, env = "TRUNK_STAGING_DIR")]
        dist: PathBuf,
        /// Whether to write compressed copies of every file; slow, so only for releases.
        #[arg(long)]
        compress: bool,
        /// The address at which the site will stand, for what needs whole addresses: link pictures, oEmbed.
        #[arg(long, env = "OXY_BASE", default_value = "")]
        base: String,
    },
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bake: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> anyhow::Result<()> {
    let Arguments { content, command } = Arguments::parse();
    match command {
        Command::Check => {
            let (packs, _) = checked(&content)?;
            println!("content: {} languages, no problems", packs.len());
            Ok(())
        }
        Command::Schema { out } => bake::schema::write(&out),
        Command::Site { dist, compress, base } => {
            let (packs, builder) = checked(&content)?;
            let release = compress
                || std::env::var("OXY_PROFILE")
                    .or_else(|_| std::env::var("TRUNK_PROFILE"))
                    .is_ok_and(|profile| profile == "release");
            let base = if base.is_empty() || base.ends_with('/') { base } else { base + "/" };
            bake::site::write(&dist, packs, &bake::site::Order { release, base: &base, builder: &builder }).await
        }
    }
}

/// The packs and the builder's words of a content folder without problems; with problems, all of them, and the end.
fn checked(content: &Path) -> anyhow::Result<(Vec<Pack>, BuilderWords)> {
    let read = bake::packs(content).and_then(|packs| Ok((bake::builder_words(content, &packs)?, packs)));
    match read {
        Ok((words, packs)) => Ok((packs, words)),
        Err(problems) => {
            for problem in &problems {
                eprintln!("{}/{problem}", content.display());
            }
            Err(anyhow::anyhow!("{} problems in the content; nothing was written", problems.len()))
        }
    }
}
