//! What kind of machine this is: what decides which way of drawing is tried first, and what
//! somebody who helps from afar has to know.

/// Whether the program is shown on another machine's screen (Remote Desktop).
#[must_use]
pub fn is_remote_session() -> bool {
    #[cfg(windows)]
    return winsafe::GetSystemMetrics(winsafe::co::SM::REMOTESESSION) != 0;
    #[cfg(not(windows))]
    return false;
}

/// Whether the system asks programs not to move things by themselves: on Windows "Animation
/// effects" are off (`SPI_GETCLIENTAREAANIMATION`, which is kept as the second bit of the fifth
/// byte of `UserPreferencesMask`), elsewhere GTK's `gtk-enable-animations` is.
#[must_use]
pub fn wants_stillness() -> bool {
    #[cfg(windows)]
    {
        use winsafe::{HKEY, RegistryValue, co::RRF};
        const KEY: &str = r"Control Panel\Desktop";
        let mask = HKEY::CURRENT_USER.RegGetValue(
            Some(KEY),
            Some("UserPreferencesMask"),
            RRF::RT_REG_BINARY,
        );
        matches!(mask, Ok(RegistryValue::Binary(mask)) if mask.get(4).is_some_and(|byte| byte & 2 == 0))
    }
    #[cfg(not(windows))]
    {
        let variable = |name: &str| std::env::var_os(name).map(std::path::PathBuf::from);
        let config = variable("XDG_CONFIG_HOME")
            .or_else(|| Some(variable("HOME")?.join(".config")))
            .unwrap_or_default();
        ["gtk-4.0", "gtk-3.0"].iter().any(|gtk| {
            let file = config.join(gtk).join("settings.ini");
            turns_animations_off(&std::fs::read_to_string(file).unwrap_or_default())
        })
    }
}

/// Whether a settings file of GTK says so.
#[cfg(not(windows))]
fn turns_animations_off(settings: &str) -> bool {
    settings.lines().filter_map(|line| line.split_once('=')).any(|(key, value)| {
        let off = ["0", "false"].iter().any(|off| value.trim().eq_ignore_ascii_case(off));
        key.trim() == "gtk-enable-animations" && off
    })
}

/// Whether this is a virtual machine of a known kind, by what its firmware says of its maker.
#[must_use]
pub fn is_virtual_machine() -> bool {
    is_virtual(&firmware())
}

/// Whether Mesa, OpenGL's usual maker on Linux, has no graphics card to draw with.
#[must_use]
pub fn lacks_graphics_card() -> bool {
    cfg!(target_os = "linux")
        && std::fs::read_dir("/dev/dri").map_or(true, |mut nodes| {
            !nodes.any(|node| {
                node.is_ok_and(|node| node.file_name().to_string_lossy().starts_with("render"))
            })
        })
}

/// Whether windows are shown by Wayland: winit takes it where it is offered.
#[must_use]
pub fn is_wayland() -> bool {
    let offered = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(target_os = "linux")
        && (offered("WAYLAND_DISPLAY") || offered("WAYLAND_SOCKET"))
        && !names_wayland_in_vain()
}

/// Whether Wayland is named and does not answer, and X11 is named too: left to itself, winit takes
/// Wayland and fails.
#[must_use]
pub fn names_wayland_in_vain() -> bool {
    #[cfg(target_os = "linux")]
    {
        let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
        let Some(display) = variable("WAYLAND_DISPLAY") else { return false };
        // A socket that was handed over is open already.
        let handed = variable("WAYLAND_SOCKET").is_some();
        let folder = variable("XDG_RUNTIME_DIR").unwrap_or_default();
        let socket = std::path::Path::new(&folder).join(display);
        !handed
            && variable("DISPLAY").is_some()
            && std::os::unix::net::UnixStream::connect(socket).is_err()
    }
    #[cfg(not(target_os = "linux"))]
    false
}

/// Whether the system has something to choose a file with. On Linux that is a portal of the
/// desktop, or zenity; where neither is, asking seems to be cancelled at once.
#[must_use]
pub fn has_file_dialog() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let folders = |name: &str, otherwise: &str| {
        let value = variable(name).unwrap_or_else(|| otherwise.into());
        std::env::split_paths(&value).collect::<Vec<_>>()
    };
    let zenity = folders("PATH", "").iter().any(|folder| folder.join("zenity").is_file());
    let bus = variable("DBUS_SESSION_BUS_ADDRESS").is_some()
        || variable("XDG_RUNTIME_DIR")
            .is_some_and(|folder| std::path::Path::new(&folder).join("bus").exists());
    let portal = folders("XDG_DATA_DIRS", "/usr/local/share:/usr/share").iter().any(|folder| {
        std::fs::read_dir(folder.join("xdg-desktop-portal").join("portals"))
            .is_ok_and(|mut found| found.next().is_some())
    });
    zenity || bus && portal
}

/// The system and its version in a few words.
#[must_use]
pub fn system_name() -> String {
    #[cfg(windows)]
    {
        const KEY: &str = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion";
        let value = |name| registry(KEY, name);
        // "ProductName" says Windows 10 on 11 too; the build number tells them apart.
        format!("{}, bản {}", value("ProductName"), value("CurrentBuildNumber"))
    }
    #[cfg(not(windows))]
    {
        let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
        let name = release.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="));
        name.map_or(std::env::consts::OS, |name| name.trim_matches('"')).to_owned()
    }
}

/// The name that this machine has on the network; empty where the system does not tell it.
#[must_use]
pub fn machine_name() -> String {
    String::from_utf8_lossy(&name_on_network()).into_owned()
}

/// The name by which the person is known to the system; empty where it does not tell.
#[must_use]
pub fn user_name() -> String {
    let names = if cfg!(windows) { ["USERNAME", "USER"] } else { ["USER", "LOGNAME"] };
    let found = names.into_iter().find_map(std::env::var_os);
    found.unwrap_or_default().to_string_lossy().into_owned()
}

/// A number that tells this machine from most others, by the name it has on the network.
#[must_use]
pub(super) fn machine_number() -> u32 {
    (stable_hash(&[&name_on_network()]) >> 32) as u32
}

fn name_on_network() -> Vec<u8> {
    #[cfg(unix)]
    return rustix::system::uname().nodename().to_bytes().to_vec();
    #[cfg(not(unix))]
    return std::env::var("COMPUTERNAME").unwrap_or_default().into_bytes();
}

/// Tells texts apart, the same in every version of the program (FNV-1a, 64 bits).
pub(super) fn stable_hash(parts: &[&[u8]]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for part in parts {
        // The end of a part counts too: "ab", "c" is not "a", "bc".
        for byte in part.iter().copied().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
}

/// Maker and product of the machine, as its firmware names them; empty where it cannot be read.
fn firmware() -> String {
    #[cfg(windows)]
    {
        const KEY: &str = r"HARDWARE\DESCRIPTION\System\BIOS";
        format!("{} {}", registry(KEY, "SystemManufacturer"), registry(KEY, "SystemProductName"))
    }
    #[cfg(not(windows))]
    {
        let read =
            |name| std::fs::read_to_string(format!("/sys/class/dmi/id/{name}")).unwrap_or_default();
        format!("{} {}", read("sys_vendor").trim(), read("product_name").trim())
    }
}

/// A text of the machine's part of the registry; empty where there is none.
#[cfg(windows)]
fn registry(key: &str, name: &str) -> String {
    use winsafe::{HKEY, RegistryValue, co::RRF};
    match HKEY::LOCAL_MACHINE.RegGetValue(Some(key), Some(name), RRF::RT_REG_SZ) {
        Ok(RegistryValue::Sz(text)) => text,
        _ => String::new(),
    }
}

fn is_virtual(firmware: &str) -> bool {
    // Hyper-V calls its product "Virtual Machine"; the company alone also makes real ones.
    const MAKERS: [&str; 9] = [
        "vmware",
        "virtualbox",
        "innotek",
        "virtual machine",
        "qemu",
        "kvm",
        "xen",
        "parallels",
        "bochs",
    ];
    let firmware = firmware.to_lowercase();
    MAKERS.iter().any(|maker| firmware.contains(maker))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(firmware: &str, expect: bool) {
        assert_eq!(is_virtual(firmware), expect, "{firmware}");
    }

    #[test]
    fn virtual_machines_are_known_by_their_makers() {
        check("VMware, Inc. VMware7,1", true);
        check("innotek GmbH VirtualBox", true);
        check("Microsoft Corporation Virtual Machine", true);
        check("QEMU Standard PC (Q35 + ICH9, 2009)", true);
        check("Parallels International GmbH. Parallels ARM Virtual Machine", true);
        check("Microsoft Corporation Surface Laptop Go", false);
        check("Dell Inc. Vostro 3888", false);
        check("ASUSTeK COMPUTER INC. X515EA", false);
        check(" ", false);
    }

    #[test]
    #[cfg(not(windows))]
    fn what_gtk_says_of_animations_is_read() {
        for (settings, off) in [
            ("[Settings]\ngtk-enable-animations=0\n", true),
            ("[Settings]\ngtk-enable-animations = False", true),
            ("[Settings]\ngtk-enable-animations=1\n", false),
            ("[Settings]\n# gtk-enable-animations=0\n", false),
            ("gtk-cursor-blink=0", false),
            ("", false),
        ] {
            assert_eq!(turns_animations_off(settings), off, "{settings}");
        }
    }

    #[test]
    fn the_system_has_a_name() {
        assert!(!system_name().trim().is_empty());
    }
}
