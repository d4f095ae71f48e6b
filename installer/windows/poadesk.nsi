; The installer for Windows: for one person, without an administrator, in Spanish.
; installer/windows.sh gives VERSION, FOLDER (what is installed), TARGET, and NO_PYTHON where the
; runtime of Python is missing.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
RequestExecutionLevel user
ManifestDPIAware true
!include MUI2.nsh

Name "poadesk"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\poadesk"
BrandingText "poadesk ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "poadesk"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "Instalador de poadesk"
VIAddVersionKey /LANG=0 "LegalCopyright" "Licencia MIT"

!define MUI_ICON "${FOLDER}/poadesk.ico"
!define MUI_UNICON "${FOLDER}/poadesk.ico"
!define MUI_WELCOMEPAGE_TITLE "Instalar poadesk ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "poadesk escribe, revisa e imprime el plan operativo anual de su unidad.$\r$\n$\r$\nSe instala solo para usted y no hace falta un administrador. Si ya tenía una versión anterior, se reemplaza; sus planes y sus ajustes no se tocan."
!define MUI_FINISHPAGE_RUN "$INSTDIR\poadesk.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Abrir poadesk"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Spanish"

!define CLASSES "Software\Classes"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\poadesk"

; Only what the installer put there: a plan that somebody kept in the folder stays.
!macro RemoveProgram
  RMDir /r "$INSTDIR\pkgs"
  RMDir /r "$INSTDIR\python"
  RMDir /r "$INSTDIR\licencias"
  Delete "$INSTDIR\poadesk.exe"
  Delete "$INSTDIR\poadesk-consola.exe"
  Delete "$INSTDIR\poadesk.ico"
!macroend

!macro RequireClosed
  IfFileExists "$INSTDIR\poadesk.exe" 0 closed
  again:
  ClearErrors
  FileOpen $0 "$INSTDIR\poadesk.exe" a
  IfErrors 0 free
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "poadesk está abierto. Ciérrelo y pruebe otra vez." /SD IDCANCEL IDRETRY again
  SetErrorLevel 2
  Quit
  free:
  FileClose $0
  closed:
!macroend

Function .onInit
!ifdef NO_PYTHON
  MessageBox MB_OK|MB_ICONEXCLAMATION "A este instalador le falta Python: el programa no podrá abrirse. Sirve solo para probar la instalación." /SD IDOK
!endif
FunctionEnd

Section
  !insertmacro RequireClosed
  !insertmacro RemoveProgram
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}/*"
  WriteUninstaller "$INSTDIR\desinstalar.exe"
  CreateShortcut "$SMPROGRAMS\poadesk.lnk" "$INSTDIR\poadesk.exe" "" "$INSTDIR\poadesk.ico"

  ; Plans are among the programs offered for .sqlite; poadesk opens them where nothing else does.
  WriteRegStr HKCU "${CLASSES}\poadesk.plan" "" "Plan operativo anual"
  WriteRegStr HKCU "${CLASSES}\poadesk.plan\DefaultIcon" "" "$INSTDIR\poadesk.ico"
  WriteRegStr HKCU "${CLASSES}\poadesk.plan\shell\open\command" "" '"$INSTDIR\poadesk.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\.sqlite\OpenWithProgids" "poadesk.plan" ""
  ReadRegStr $0 HKCU "${CLASSES}\.sqlite" ""
  StrCmp $0 "" 0 taken
  WriteRegStr HKCU "${CLASSES}\.sqlite" "" "poadesk.plan"
  taken:

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "poadesk"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\poadesk.ico"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\desinstalar.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\desinstalar.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "${KILOBYTES}"
  System::Call 'shell32::SHChangeNotify(i 0x8000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  !insertmacro RequireClosed
  !insertmacro RemoveProgram
  Delete "$INSTDIR\desinstalar.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\poadesk.lnk"
  DeleteRegKey HKCU "${CLASSES}\poadesk.plan"
  DeleteRegValue HKCU "${CLASSES}\.sqlite\OpenWithProgids" "poadesk.plan"
  ReadRegStr $0 HKCU "${CLASSES}\.sqlite" ""
  StrCmp $0 "poadesk.plan" 0 others
  DeleteRegValue HKCU "${CLASSES}\.sqlite" ""
  others:
  DeleteRegKey HKCU "${UNINSTALL}"
  System::Call 'shell32::SHChangeNotify(i 0x8000000, i 0, p 0, p 0)'
SectionEnd
