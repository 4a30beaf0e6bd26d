/** The ways the add-in gets into Excel on the developer's own machine: what `npm run excel` runs, and what it says where it can't. */
const { join } = require("node:path");

/** Fetched by npx when asked for: they are for Windows and Mac only and do not install everywhere. */
const CERTIFICATES = "office-addin-dev-certs@3.0.0";
const SIDELOADING = "office-addin-dev-settings@4.0.0";

/** What Excel's manifest.xml is written for. */
const PORT = 3000;

const CERTIFICATE_ARGUMENTS = ["--yes", CERTIFICATES, "install"];

const sideloadArguments = (manifest) => ["--yes", SIDELOADING, "sideload", manifest, "desktop", "--app", "excel"];

/** The files that office-addin-dev-certs leaves in the user's folder. */
function certificateFiles(home) {
  const folder = join(home, ".office-addin-dev-certs");
  return { cert: join(folder, "localhost.crt"), key: join(folder, "localhost.key") };
}

/** Whether Excel of this system can be started with the add-in; otherwise the sentence that says what can be done instead. */
function reasonAgainst(platform) {
  if (platform === "win32" || platform === "darwin") return null;
  return [
    "这台电脑没有桌面版 Excel（只有 Windows 和 Mac 有），不能在这里加载加载项。请在 Windows 或 Mac 上运行 npm run excel，或运行 npm start 使用网页版。",
    "There is no desktop Excel for this system, only for Windows and Mac. Run `npm run excel` there, or `npm start` for the browser page."
  ].join("\n");
}

/** How to load the manifest by hand while the server runs, for when the tool can't be fetched. */
function otherWays(platform, manifest, home) {
  const web = [
    "网页版 Excel / Excel on the web:",
    "  开始 → 加载项 → 更多加载项 → 上传我的加载项，选择",
    "  Home → Add-ins → More Add-ins → Upload My Add-in, and choose",
    `    ${manifest}`
  ];
  const mac = [
    "Mac: 把清单复制到下面的文件夹，重新打开 Excel，再点“开始 → 加载项”。",
    "     Copy the manifest into this folder, reopen Excel, then Home → Add-ins.",
    `    cp "${manifest}" "${join(home, "Library/Containers/com.microsoft.Excel/Data/Documents/wef/")}"`
  ];
  const windows = [
    "Windows（共享文件夹 / shared folder）:",
    `  1. 把下面的文件复制到一个共享文件夹 / Copy this file into a shared folder:  ${manifest}`,
    "  2. 文件 → 选项 → 信任中心 → 信任中心设置 → 受信任的加载项目录：添加 \\\\电脑名\\共享名，勾选“显示在菜单中”",
    "     File → Options → Trust Center → Trust Center Settings → Trusted Add-in Catalogs: add \\\\computer\\share, tick Show in Menu",
    "  3. 重新打开 Excel，开始 → 加载项 → 更多加载项 → 共享文件夹 / Reopen Excel, Home → Add-ins → More Add-ins → Shared Folder"
  ];
  return [...(platform === "darwin" ? mac : windows), ...web].join("\n");
}

module.exports = { CERTIFICATE_ARGUMENTS, PORT, certificateFiles, otherWays, reasonAgainst, sideloadArguments };
