; A setup program for Windows of a folder that has the app: makensis -DAPP=FOLDER -DOUT=PROGRAM.exe -DVERSION=1.2.3 setup.nsi
; Not called setup.exe or the like: Windows loads more into programs of such names than it should. For where electron-builder's own tools cannot be had. It compiles; it was never run.
Unicode true
!define NAME "Intergiro Customer Import"
!define PROGRAM "${NAME}.exe"
!define ID "com.intergiro.customer-import"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"

Name "${NAME}"
OutFile "${OUT}"
RequestExecutionLevel user
; Nobody chooses the folder: all that is in it is removed with the app, and nothing else.
InstallDir "$LOCALAPPDATA\Programs\${ID}"
SetCompressor /SOLID lzma
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "FileDescription" "${NAME}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT license"

Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

Section
  RMDir /r "$INSTDIR"
  SetOutPath "$INSTDIR"
  File /r "${APP}/*"
  WriteUninstaller "$INSTDIR\Uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Intergiro"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  ; Offered beside other programs, never in their place.
  WriteRegStr HKCU "Software\Classes\${ID}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegNone HKCU "Software\Classes\.csv\OpenWithProgids" "${ID}"
  WriteRegNone HKCU "Software\Classes\.xlsx\OpenWithProgids" "${ID}"
  ; Win+R and `start intergiro-import` find the command line by it.
  WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\intergiro-import.cmd" "" "$INSTDIR\bin\intergiro-import.cmd"
SectionEnd

Section "Uninstall"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Classes\${ID}"
  DeleteRegValue HKCU "Software\Classes\.csv\OpenWithProgids" "${ID}"
  DeleteRegValue HKCU "Software\Classes\.xlsx\OpenWithProgids" "${ID}"
  DeleteRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\intergiro-import.cmd"
  RMDir /r "$INSTDIR"
SectionEnd
