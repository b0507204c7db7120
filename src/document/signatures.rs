//! The foot of the document: recipients and signatures.

use super::letterhead::{lines, owned_lines};
use super::{SignatureBlock, Signatures};
use crate::plan::{Plan, Signature};
use crate::words::official;

/// The foot; `None` where there is neither recipient nor signature.
pub(super) fn signatures(plan: &Plan) -> Option<Signatures> {
    let approves = plan.signatures.iter().filter(|one| one.approves);
    let signs = plan.signatures.iter().filter(|one| !one.approves);
    let recipients_below = approves.clone().any(is_written);
    let blocks: Vec<SignatureBlock> = approves
        .chain(signs)
        .filter(|one| is_written(one))
        .map(|signature| SignatureBlock {
            lines: signature
                .authority
                .iter()
                .flat_map(|line| owned_lines(line))
                .chain(owned_lines(&signature.position))
                .collect(),
            name: signature.name.trim().to_owned(),
        })
        .collect();
    let recipients = recipients(&plan.recipients);
    (!blocks.is_empty() || !recipients.is_empty()).then(|| Signatures {
        recipients_heading: official::RECIPIENTS.to_owned(),
        recipients,
        blocks,
        recipients_below,
    })
}

fn is_written(signature: &Signature) -> bool {
    let lines = signature.authority.iter().chain([&signature.position, &signature.name]);
    lines.into_iter().any(|line| !line.trim().is_empty())
}

/// "- " before each and ";" after it, "." after the last; what a person typed already is
/// never doubled.
fn recipients(typed: &[String]) -> Vec<String> {
    let typed: Vec<&str> = typed.iter().flat_map(|line| lines(line)).collect();
    let last = typed.len().saturating_sub(1);
    typed
        .iter()
        .enumerate()
        .map(|(at, line)| {
            let dash = if line.starts_with(['-', '–', '—', '+', '•']) { "" } else { "- " };
            let stop = match () {
                () if line.ends_with(['.', ';', ',', ':']) => "",
                () if at == last => ".",
                () => ";",
            };
            format!("{dash}{line}{stop}")
        })
        .collect()
}
