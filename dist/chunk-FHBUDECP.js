import { createRequire as __createRequire } from "node:module";
import { dirname as __pathDirname } from "node:path";
import { fileURLToPath as __fileURLToPath } from "node:url";
const require = __createRequire(import.meta.url);
const __bundleFilename = __fileURLToPath(import.meta.url);
const __bundleDirname = __pathDirname(__bundleFilename);
import{optionValue}from"./chunk-MEINR655.js";import{__name}from"./chunk-PGZPCXK4.js";import{basename}from"node:path";var buildFileNames=[/^\.config$/,/^ConfigFragment(\.input)?$/,/^Make\.[\w.]*(out|err)$/,/^Module\.symvers$/,/^System\.map$/,/^bare-metal$/,/^builtkernel$/];function imageName(cmd){const path=optionValue(cmd.argv,"-kernel");return path===void 0?void 0:basename(path)}__name(imageName,"imageName");function isBuildFile(name,image){return name===image||buildFileNames.some(pattern=>pattern.test(name))}__name(isBuildFile,"isBuildFile");export{imageName,isBuildFile};
