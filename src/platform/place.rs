//! What kind of place a folder is: on this machine, on a stick, on the network, in a cloud's
//! folder. A file does not live as safely in each.

use std::path::Path;

/// What kind of place a folder is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PlaceKind {
    /// On a disk of this machine, or nothing is known against it.
    #[default]
    Local,
    /// A stick, a card or a disk that can be pulled out.
    Removable,
    /// On another machine.
    Network,
    /// A folder that a service copies to its servers and to the person's other machines.
    Cloud(CloudService),
}

/// The services whose folders are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CloudService {
    /// Microsoft's, which comes with Windows and takes over Documents.
    OneDrive,
    /// Google's.
    GoogleDrive,
    /// Dropbox.
    Dropbox,
}

/// What kind of place a folder or a file is in.
///
/// May take long where a drive is away: not for the thread that draws.
#[must_use]
pub fn place_kind(path: &Path) -> PlaceKind {
    let Ok(path) = std::path::absolute(path) else { return PlaceKind::Local };
    let around = Around::now();
    let kind = classify(&path.to_string_lossy(), &around);
    if kind != PlaceKind::Local {
        return kind;
    }
    // A link or a mounted name on this machine may lead elsewhere.
    let real = path.ancestors().find_map(|folder| std::fs::canonicalize(folder).ok());
    real.map_or(kind, |real| classify(&real.to_string_lossy(), &around))
}

/// What is known of the machine, so that each system's rules can be tried on any other.
struct Around<'a> {
    windows: bool,
    /// The person's own folder.
    home: Option<String>,
    /// Folders that `OneDrive` names.
    one_drive: Vec<String>,
    /// Linux: the table of what is mounted where (`/proc/self/mountinfo`).
    mounts: String,
    /// Windows: what a drive is, by its root, "D:\".
    drive: &'a dyn Fn(&str) -> PlaceKind,
}

impl Around<'_> {
    fn now() -> Self {
        let variable = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        let named = ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"];
        Self {
            windows: cfg!(windows),
            home: variable(if cfg!(windows) { "USERPROFILE" } else { "HOME" }),
            one_drive: named.into_iter().filter_map(variable).filter(|_| cfg!(windows)).collect(),
            mounts: if cfg!(target_os = "linux") {
                std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default()
            } else {
                String::new()
            },
            drive: &drive,
        }
    }
}

#[cfg(windows)]
fn drive(root: &str) -> PlaceKind {
    match winsafe::GetDriveType(Some(root)) {
        winsafe::co::DRIVE::REMOVABLE => PlaceKind::Removable,
        winsafe::co::DRIVE::REMOTE => PlaceKind::Network,
        _ => PlaceKind::Local,
    }
}

#[cfg(not(windows))]
fn drive(_root: &str) -> PlaceKind {
    PlaceKind::Local
}

fn classify(path: &str, around: &Around<'_>) -> PlaceKind {
    if around.windows {
        let plain = without_verbatim(path);
        let pieces = pieces(&plain, true);
        return cloud(&pieces, around)
            .map_or_else(|| windows_drive(&plain, around), PlaceKind::Cloud);
    }
    let pieces = pieces(path, false);
    cloud(&pieces, around).map_or_else(|| mounted(&pieces, &around.mounts), PlaceKind::Cloud)
}

/// `\\?\C:\a` is `C:\a`, `\\?\UNC\server\share` is `\\server\share`.
fn without_verbatim(path: &str) -> String {
    match (path.strip_prefix(r"\\?\UNC\"), path.strip_prefix(r"\\?\")) {
        (Some(share), _) => format!(r"\\{share}"),
        (None, Some(plain)) => plain.to_owned(),
        (None, None) => path.to_owned(),
    }
}

/// The names of a path; on Windows, where case makes no difference, in small letters.
fn pieces(path: &str, windows: bool) -> Vec<String> {
    let names = path.split(|c| c == '/' || windows && c == '\\').filter(|name| !name.is_empty());
    names.map(|name| if windows { name.to_lowercase() } else { name.to_owned() }).collect()
}

fn cloud(path: &[String], around: &Around<'_>) -> Option<CloudService> {
    let within = |folder: &String| {
        let folder = pieces(folder, around.windows);
        !folder.is_empty() && path.starts_with(&folder)
    };
    if around.one_drive.iter().any(within) {
        return Some(CloudService::OneDrive);
    }
    // Google shows its files as a drive of their own.
    if around.windows
        && let [root, first, ..] = path
        && root.ends_with(':')
        && ["my drive", "drive của tôi", "shared drives"].contains(&first.as_str())
    {
        return Some(CloudService::GoogleDrive);
    }
    let home = around.home.as_ref().map(|home| pieces(home, around.windows))?;
    let first = path.strip_prefix(home.as_slice())?.first()?.to_lowercase();
    // "OneDrive - Trường THCS …" is the folder of an account of a school.
    let named = |name: &str| {
        first.strip_prefix(name).is_some_and(|rest| {
            rest.is_empty() || rest.starts_with(" - ") || rest.starts_with(" (")
        })
    };
    match () {
        () if named("onedrive") => Some(CloudService::OneDrive),
        () if named("google drive") || named("googledrive") => Some(CloudService::GoogleDrive),
        () if named("dropbox") => Some(CloudService::Dropbox),
        () => None,
    }
}

fn windows_drive(path: &str, around: &Around<'_>) -> PlaceKind {
    if path.starts_with(r"\\") {
        return PlaceKind::Network;
    }
    match path.get(..2) {
        Some(letter) if letter.ends_with(':') => (around.drive)(&format!("{letter}\\")),
        _ => PlaceKind::Local,
    }
}

/// What the longest mounted name above a path is.
fn mounted(path: &[String], mounts: &str) -> PlaceKind {
    let mut best: Option<(usize, PlaceKind)> = None;
    for line in mounts.lines() {
        let Some((place, system)) = mount(line) else { continue };
        // Of two on the same name the later one hides the other.
        if path.starts_with(&place) && best.is_none_or(|(length, _)| place.len() >= length) {
            best = Some((place.len(), kind_of_mount(&place, system)));
        }
    }
    best.map_or(PlaceKind::Local, |(_, kind)| kind)
}

/// Where something is mounted, and the kind of its file system.
fn mount(line: &str) -> Option<(Vec<String>, &str)> {
    let (place, system) = line.split_once(" - ")?;
    let place = place.split(' ').nth(4)?;
    // Blanks are written as numbers there.
    let place = place.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\");
    Some((pieces(&place, false), system.split(' ').next()?))
}

fn kind_of_mount(place: &[String], system: &str) -> PlaceKind {
    const NETWORK: [&str; 16] = [
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "9p",
        "afs",
        "ceph",
        "davfs",
        "fuse.davfs",
        "fuse.sshfs",
        "fuse.rclone",
        "fuse.gvfsd-fuse",
        "fuse.kio-fuse",
        "fuse.glusterfs",
        "fuse.s3fs",
    ];
    let names: Vec<&str> = place.iter().map(String::as_str).collect();
    match names.as_slice() {
        _ if NETWORK.contains(&system) => PlaceKind::Network,
        ["media", _, ..] | ["run", "media", _, ..] => PlaceKind::Removable,
        _ => PlaceKind::Local,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE_DRIVE: PlaceKind = PlaceKind::Cloud(CloudService::OneDrive);
    const GOOGLE: PlaceKind = PlaceKind::Cloud(CloudService::GoogleDrive);
    const DROPBOX: PlaceKind = PlaceKind::Cloud(CloudService::Dropbox);

    #[track_caller]
    fn check_windows(path: &str, expect: PlaceKind) {
        let around = Around {
            windows: true,
            home: Some(r"C:\Users\Lan".into()),
            one_drive: vec![r"D:\Đám mây\OneDrive - Trường THCS Gò Tháp".into()],
            mounts: String::new(),
            drive: &|root| match root {
                "E:\\" => PlaceKind::Removable,
                "Z:\\" => PlaceKind::Network,
                _ => PlaceKind::Local,
            },
        };
        assert_eq!(classify(path, &around), expect, "{path}");
    }

    #[test]
    fn places_of_windows() {
        check_windows(r"C:\Users\Lan\Documents\a.caitien", PlaceKind::Local);
        check_windows(r"d:\đám mây\onedrive - trường thcs gò tháp\KH\a.caitien", ONE_DRIVE);
        check_windows(r"\\?\D:\Đám mây\OneDrive - Trường THCS Gò Tháp\a.caitien", ONE_DRIVE);
        check_windows(r"D:\Đám mây\OneDrive - Trường THCS Gò Tháp 2\a.caitien", PlaceKind::Local);
        check_windows(r"C:\Users\Lan\OneDrive\Tài liệu\a.caitien", ONE_DRIVE);
        check_windows(r"C:\Users\Lan\OneDrive - Phòng GDĐT\a.caitien", ONE_DRIVE);
        check_windows(r"C:\Users\Lan\OneDrive cũ\a.caitien", PlaceKind::Local);
        check_windows(r"C:\Users\Lan\Documents\OneDrive\a.caitien", PlaceKind::Local);
        check_windows(r"C:\Users\Lan\Dropbox (Cá nhân)\a.caitien", DROPBOX);
        check_windows(r"G:\My Drive\KH\a.caitien", GOOGLE);
        check_windows(r"H:\Drive của tôi\a.caitien", GOOGLE);
        check_windows(r"C:\Users\Lan\Google Drive\a.caitien", GOOGLE);
        check_windows(r"E:\KH\a.caitien", PlaceKind::Removable);
        check_windows(r"Z:\a.caitien", PlaceKind::Network);
        check_windows(r"\\may-chu\chung\a.caitien", PlaceKind::Network);
        check_windows(r"\\?\UNC\may-chu\chung\a.caitien", PlaceKind::Network);
        check_windows(r"\\?\E:\a.caitien", PlaceKind::Removable);
    }

    const MOUNTS: &str = "\
22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
30 22 0:50 / /srv/chung rw shared:5 - nfs4 may-chu:/chung rw
31 22 0:51 / /mnt/tr\\040ường rw - cifs //may-chu/truong rw
32 22 8:17 / /media/lan/USB\\040DISK rw - vfat /dev/sdb1 rw
33 22 8:33 / /run/media/lan/KINGSTON rw - exfat /dev/sdc1 rw
34 22 0:60 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
35 30 8:49 / /srv/chung/may-nay rw - ext4 /dev/sdd1 rw
36 22 0:70 / /srv/hai-lan rw - ext4 /dev/sde1 rw
37 22 0:71 / /srv/hai-lan rw - cifs //may-chu/hai rw
a line nobody understands";

    #[track_caller]
    fn check_linux(path: &str, expect: PlaceKind) {
        let around = Around {
            windows: false,
            home: Some("/srv/lan".into()),
            one_drive: Vec::new(),
            mounts: MOUNTS.into(),
            drive: &|_| PlaceKind::Network,
        };
        assert_eq!(classify(path, &around), expect, "{path}");
    }

    #[test]
    fn places_of_linux() {
        check_linux("/srv/lan/Tài liệu/a.caitien", PlaceKind::Local);
        check_linux("/srv/chung/KH/a.caitien", PlaceKind::Network);
        check_linux("/srv/chung2/a.caitien", PlaceKind::Local);
        check_linux("/srv/chung/may-nay/a.caitien", PlaceKind::Local);
        check_linux("/srv/hai-lan/a.caitien", PlaceKind::Network);
        check_linux("/mnt/tr ường/a.caitien", PlaceKind::Network);
        check_linux("/media/lan/USB DISK/a.caitien", PlaceKind::Removable);
        check_linux("/run/media/lan/KINGSTON/a.caitien", PlaceKind::Removable);
        check_linux("/run/user/1000/gvfs/smb-share:server=a/a.caitien", PlaceKind::Network);
        check_linux("/srv/lan/OneDrive/a.caitien", ONE_DRIVE);
        check_linux("/srv/lan/Dropbox/a.caitien", DROPBOX);
        check_linux("/srv/lan/Tài liệu/Dropbox/a.caitien", PlaceKind::Local);
    }

    #[test]
    fn a_folder_of_this_machine_is_local_even_where_it_is_not_there_yet() {
        let nowhere = std::env::temp_dir().join("caitien-khong-co").join("a.caitien");
        assert_eq!(place_kind(&nowhere), PlaceKind::Local);
    }
}
