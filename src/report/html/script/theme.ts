/** Light or dark: what the system says unless the reader chose otherwise. */
export const theme = `
const root = document.documentElement;
const remembered = (() => { try { return localStorage.getItem("theme"); } catch { return null; } })();
const systemDark = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : systemDark.matches);
const themeButton = byId("theme");
const showTheme = () => { themeButton.textContent = isDark() ? "Light" : "Dark"; };
if (remembered === "light" || remembered === "dark") root.dataset.theme = remembered;
themeButton.addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  try { localStorage.setItem("theme", root.dataset.theme); } catch { /* a page from a file may not keep anything */ }
  showTheme();
});
systemDark.addEventListener("change", showTheme);
showTheme();
`;
