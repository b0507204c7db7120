; The installer CaiTien-Setup.exe, for the person who runs it only: it asks for no
; administrator. package.sh calls makensis and gives:
;   VERSION, VERSION4   0.1.0 and 0.1.0.0
;   EXE, LICENCES       the files to install
;   KILOBYTES           their size
;   OUT                 the installer
;
; Switches of the installer made:
;   /S        asks and shows nothing; the desktop gets its shortcut
;   /D=PATH   installs into PATH; comes last, without quotes even where PATH has spaces
; and of the uninstaller:
;   /S        asks and shows nothing
;   _?=PATH   runs in PATH itself and not from a copy, so that the caller can wait for it and
;             read its result; leaves uninstall.exe and the folder behind
; Both end with 0: done; 1: cancelled by the person; 2: the program is running, or a file
; cannot be written; 3: this Windows cannot run the program.

Unicode true
; Of the same 64 bits as the program: the test machine has no 32-bit Wine, and a 32-bit Windows
; says by itself that it cannot run either.
Target amd64-unicode
ManifestDPIAware true
ManifestSupportedOS Win10
SetCompressor /SOLID lzma
; The times of files would make every build another one.
SetDateSave off
RequestExecutionLevel user

!define NAME "Cải Tiến"
!define PROGID "CaiTien.HoSo"
!define CLASSES "Software\Classes"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\CaiTien"

Name "${NAME}"
Caption "Cài đặt ${NAME} ${VERSION}"
UninstallCaption "Gỡ ${NAME}"
BrandingText "${NAME} ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\CaiTien"
; An update goes where the program is.
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
; Pages grow with the letters; those of before Windows Vista are too small to read.
SetFont "Segoe UI" 9
ShowInstDetails nevershow
ShowUninstDetails nevershow

!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh

; Whether the desktop has, or is to have, the shortcut: 1 or 0.
Var OnDesktop

!define MUI_ICON "..\..\assets\icon\caitien.ico"
!define MUI_UNICON "..\..\assets\icon\caitien.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "..\..\assets\icon\side.bmp"
!define MUI_ABORTWARNING
!define MUI_ABORTWARNING_TEXT "Dừng cài đặt ${NAME}?"

; NSIS comes with Vietnamese words, but they address a young reader and say "Tiến >" for
; Next, which here is half of the program's name. All that is seen is said anew.
MiscButtonText "< &Quay lại" "&Tiếp theo >" "&Hủy" "Đón&g"
InstallButtonText "&Cài đặt"
UninstallButtonText "&Gỡ"
SpaceTexts "Cần: " "Còn trống: "
FileErrorText "Không ghi được tệp:$\r$\n$\r$\n$0$\r$\n$\r$\nCó thể tệp đang được dùng hoặc thư mục không cho ghi." "Không ghi được tệp:$\r$\n$\r$\n$0$\r$\n$\r$\nCó thể tệp đang được dùng hoặc thư mục không cho ghi. Hãy thử lại, hoặc hủy rồi cài vào thư mục khác."

!define MUI_WELCOMEPAGE_TITLE "Cài đặt ${NAME}"
!define MUI_WELCOMEPAGE_TEXT "${NAME} giúp viết, theo dõi và in Kế hoạch cải tiến chất lượng giáo dục của nhà trường.$\r$\n$\r$\nPhần mềm chạy ngay trên máy này, không cần mạng, không cần tài khoản. Nếu máy đã có bản cũ, bản mới sẽ thay vào; các kế hoạch đã viết vẫn còn nguyên.$\r$\n$\r$\nBấm “Tiếp theo” để bắt đầu."
!insertmacro MUI_PAGE_WELCOME

!define MUI_PAGE_HEADER_TEXT "Nơi cài đặt"
!define MUI_PAGE_HEADER_SUBTEXT "Nên giữ nguyên thư mục đã chọn sẵn."
!define MUI_DIRECTORYPAGE_TEXT_TOP "${NAME} sẽ được cài vào thư mục dưới đây. Bấm “Chọn…” nếu muốn cài vào nơi khác, rồi bấm “Cài đặt”."
!define MUI_DIRECTORYPAGE_TEXT_DESTINATION "Thư mục"
!insertmacro MUI_PAGE_DIRECTORY

!define MUI_PAGE_HEADER_TEXT "Đang cài đặt"
!define MUI_PAGE_HEADER_SUBTEXT "Xin chờ trong giây lát."
!define MUI_INSTFILESPAGE_FINISHHEADER_TEXT "Đã cài đặt xong"
!define MUI_INSTFILESPAGE_FINISHHEADER_SUBTEXT "${NAME} đã sẵn sàng."
!define MUI_INSTFILESPAGE_ABORTHEADER_TEXT "Chưa cài đặt được"
!define MUI_INSTFILESPAGE_ABORTHEADER_SUBTEXT "Việc cài đặt đã dừng giữa chừng."
!insertmacro MUI_PAGE_INSTFILES

!define MUI_FINISHPAGE_TITLE "Đã cài đặt xong"
!define MUI_FINISHPAGE_TEXT "${NAME} đã được cài vào máy. Có thể mở từ trình đơn Start, từ màn hình nền, hoặc bấm đúp vào tệp .caitien."
!define MUI_FINISHPAGE_BUTTON "&Hoàn tất"
!define MUI_FINISHPAGE_RUN "$INSTDIR\CaiTien.exe"
!define MUI_FINISHPAGE_RUN_TEXT "&Mở ${NAME}"
; The page's second check box, meant for a read-me, is the shortcut on the desktop.
!define MUI_FINISHPAGE_SHOWREADME
!define MUI_FINISHPAGE_SHOWREADME_TEXT "Đặt &biểu tượng ra màn hình nền"
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION nothing
!define MUI_PAGE_CUSTOMFUNCTION_SHOW show_desktop
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE leave_desktop
!insertmacro MUI_PAGE_FINISH

!define MUI_PAGE_HEADER_TEXT "Gỡ ${NAME}"
!define MUI_PAGE_HEADER_SUBTEXT "Các kế hoạch của thầy cô vẫn còn nguyên."
!define MUI_UNCONFIRMPAGE_TEXT_TOP "Phần mềm ${NAME} sẽ được gỡ khỏi thư mục dưới đây. Các kế hoạch của thầy cô vẫn còn nguyên: không tệp .caitien nào bị xóa, các thiết lập cũng được giữ lại. Khi cần, chỉ việc cài lại rồi mở tệp."
!define MUI_UNCONFIRMPAGE_TEXT_LOCATION "Gỡ khỏi:"
!insertmacro MUI_UNPAGE_CONFIRM

!define MUI_PAGE_HEADER_TEXT "Đang gỡ"
!define MUI_PAGE_HEADER_SUBTEXT "Xin chờ trong giây lát."
!define MUI_INSTFILESPAGE_FINISHHEADER_TEXT "Đã gỡ xong"
!define MUI_INSTFILESPAGE_FINISHHEADER_SUBTEXT "Các kế hoạch của thầy cô vẫn còn nguyên."
; Modern UI forgets the other words of a page once it is made, but not these.
!undef MUI_INSTFILESPAGE_ABORTHEADER_TEXT
!undef MUI_INSTFILESPAGE_ABORTHEADER_SUBTEXT
!define MUI_INSTFILESPAGE_ABORTHEADER_TEXT "Chưa gỡ được"
!define MUI_INSTFILESPAGE_ABORTHEADER_SUBTEXT "Việc gỡ đã dừng giữa chừng."
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "Vietnamese"
LangString ^BrowseBtn ${LANG_VIETNAMESE} "&Chọn…"
LangString ^DirBrowseText ${LANG_VIETNAMESE} "Chọn thư mục để cài ${NAME}:"
LangString ^Completed ${LANG_VIETNAMESE} "Xong"

VIProductVersion "${VERSION4}"
VIFileVersion "${VERSION4}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "ProductName" "${NAME}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "FileDescription" "Cài đặt ${NAME}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "CompanyName" "Nhóm tác giả ${NAME}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "LegalCopyright" "© 2026 Nhóm tác giả ${NAME}. Giấy phép MIT hoặc Apache-2.0."

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "${NAME} cần Windows 10 hoặc Windows 11; máy này dùng bản Windows cũ hơn." /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  ; Reading it drops the backslash that an update finds at its end.
  StrCpy $INSTDIR $INSTDIR
  ; An update does not put back a shortcut that the person took off the desktop.
  StrCpy $OnDesktop 1
  ReadRegStr $0 HKCU "${UNINSTALL}" "InstallLocation"
  ${If} $0 != ""
  ${AndIfNot} ${FileExists} "$DESKTOP\${NAME}.lnk"
    StrCpy $OnDesktop 0
  ${EndIf}
FunctionEnd

; Explorer reads associations and icons anew (SHCNE_ASSOCCHANGED).
!macro tell_explorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

; Windows lets nobody write into the file of a running program.
!macro wait_until_closed verb
  ${If} ${FileExists} "$INSTDIR\CaiTien.exe"
    ${Do}
      ClearErrors
      FileOpen $0 "$INSTDIR\CaiTien.exe" a
      ${IfNot} ${Errors}
        FileClose $0
        ${ExitDo}
      ${EndIf}
      ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME} đang mở nên chưa ${verb} được.$\r$\n$\r$\nHãy đóng mọi cửa sổ ${NAME} (mọi thay đổi sẽ được lưu), rồi bấm “Thử lại” (Retry)." /SD IDCANCEL IDCANCEL`
        SetErrorLevel 2
        Abort
      ${EndIf}
    ${Loop}
  ${EndIf}
!macroend

Section
  !insertmacro wait_until_closed "cài đặt"

  SetOutPath "$INSTDIR"
  ClearErrors
  File "/oname=CaiTien.exe" "${EXE}"
  File "/oname=Giấy phép.txt" "${LICENCES}"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  ${If} ${Errors}
    SetErrorLevel 2
    Abort
  ${EndIf}

  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\CaiTien.exe"
  ${If} $OnDesktop = 1
    CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\CaiTien.exe"
  ${EndIf}

  WriteRegStr HKCU "${CLASSES}\.caitien" "" "${PROGID}"
  WriteRegStr HKCU "${CLASSES}\.caitien\OpenWithProgids" "${PROGID}" ""
  WriteRegStr HKCU "${CLASSES}\${PROGID}" "" "Hồ sơ ${NAME}"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\DefaultIcon" "" "$INSTDIR\CaiTien.exe,0"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\shell\open\command" "" '"$INSTDIR\CaiTien.exe" "%1"'

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\CaiTien.exe,0"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Nhóm tác giả ${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1

  !insertmacro tell_explorer
SectionEnd

Function show_desktop
  SendMessage $mui.FinishPage.ShowReadme ${BM_SETCHECK} $OnDesktop 0
FunctionEnd

Function leave_desktop
  SendMessage $mui.FinishPage.ShowReadme ${BM_GETCHECK} 0 0 $0
  ${If} $0 = 1
    CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\CaiTien.exe"
  ${Else}
    Delete "$DESKTOP\${NAME}.lnk"
  ${EndIf}
FunctionEnd

Function nothing
FunctionEnd

Function un.onInit
  ; Reading it drops the backslash at its end, which nobody needs to see.
  StrCpy $INSTDIR $INSTDIR
FunctionEnd

; Takes away what the section above made, and nothing else: neither plans nor
; %LOCALAPPDATA%\CaiTien, where the settings and the edited sample are.
Section Uninstall
  !insertmacro wait_until_closed "gỡ"

  Delete "$INSTDIR\CaiTien.exe"
  Delete "$INSTDIR\Giấy phép.txt"
  Delete "$INSTDIR\uninstall.exe"
  ; Only if it is empty now.
  RMDir "$INSTDIR"

  ; Another copy of the program may have taken over the name, the files and the entry.
  ReadRegStr $0 HKCU "${CLASSES}\${PROGID}\shell\open\command" ""
  ${If} $0 == '"$INSTDIR\CaiTien.exe" "%1"'
    DeleteRegKey HKCU "${CLASSES}\${PROGID}"
    DeleteRegValue HKCU "${CLASSES}\.caitien\OpenWithProgids" "${PROGID}"
    DeleteRegKey /ifempty HKCU "${CLASSES}\.caitien\OpenWithProgids"
    ReadRegStr $0 HKCU "${CLASSES}\.caitien" ""
    ${If} $0 == "${PROGID}"
      DeleteRegValue HKCU "${CLASSES}\.caitien" ""
    ${EndIf}
    DeleteRegKey /ifempty HKCU "${CLASSES}\.caitien"
  ${EndIf}
  ReadRegStr $0 HKCU "${UNINSTALL}" "InstallLocation"
  ${If} $0 == "$INSTDIR"
    DeleteRegKey HKCU "${UNINSTALL}"
    Delete "$SMPROGRAMS\${NAME}.lnk"
    Delete "$DESKTOP\${NAME}.lnk"
  ${EndIf}

  !insertmacro tell_explorer
SectionEnd
