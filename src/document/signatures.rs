//! The foot of the document: recipients and signatures.

use super::letterhead::{lines, listed, owned_lines};
use super::{SignatureBlock, Signatures};
use crate::plan::{Paper, Plan, Signature};
use crate::words::official;

/// The foot; `None` where there is neither recipient nor signature.
pub(super) fn signatures(plan: &Plan) -> Option<Signatures> {
    let approves = plan.signatures.iter().filter(|one| one.approves);
    let signs = plan.signatures.iter().filter(|one| !one.approves);
    // On minutes two sign side by side, and who receives them comes last.
    let recipients_below = plan.paper == Paper::Minutes || approves.clone().any(is_written);
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

fn recipients(typed: &[String]) -> Vec<String> {
    let typed: Vec<&str> = typed.iter().flat_map(|line| lines(line)).collect();
    listed(&typed)
}
