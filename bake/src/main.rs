//! The command line of `bake`.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Parser, Subcommand};

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
            let packs = checked(&content)?;
            println!("content: {} languages, no problems", packs.len());
            Ok(())
        }
        Command::Schema { out } => bake::schema::write(&out),
        Command::Site { dist, compress } => {
            let packs = checked(&content)?;
            let release = compress
                || std::env::var("OXY_PROFILE")
                    .or_else(|_| std::env::var("TRUNK_PROFILE"))
                    .is_ok_and(|profile| profile == "release");
            bake::site::write(&dist, packs, release).await
        }
    }
}

/// The packs of a content folder without problems; with problems, all of them, and the end.
fn checked(content: &Path) -> anyhow::Result<Vec<oxytocin_explainer::model::Pack>> {
    match bake::packs(content) {
        Ok(packs) => Ok(packs),
        Err(problems) => {
            for problem in &problems {
                eprintln!("{}/{problem}", content.display());
            }
            Err(anyhow::anyhow!("{} problems in the content; nothing was written", problems.len()))
        }
    }
}
