import {
  BlobSASPermissions,
  BlobServiceClient,
  type BlockBlobClient,
  StorageSharedKeyCredential,
} from "@azure/storage-blob";
import { account, startAzurite } from "./azurite.ts";
import { startProxy, type WireFault } from "./proxy.ts";

const container = "actions";

export interface Blobs {
  readonly wire: WireFault[];
  uploadUrl(name: string): Promise<string>;
  /** `fileName` comes back as Content-Disposition, as GitHub's does. */
  downloadUrl(name: string, fileName?: string): Promise<string>;
  size(name: string): Promise<number | undefined>;
  remove(name: string): Promise<void>;
  /** Flips one bit in the middle of a blob. */
  flip(name: string): Promise<void>;
  stop(): Promise<void>;
}

/** Blob storage with signed URLs: Azurite, reached by clients through the proxy. */
export async function startBlobs(): Promise<Blobs> {
  const azurite = await startAzurite();
  const proxy = await startProxy(azurite.port);
  const credential = new StorageSharedKeyCredential(account.name, account.key);
  const clientOn = (port: number) =>
    new BlobServiceClient(`http://127.0.0.1:${port}/${account.name}`, credential).getContainerClient(
      container,
    );
  const [direct, proxied] = [clientOn(azurite.port), clientOn(proxy.port)];
  await direct.create();

  const signed = (blob: BlockBlobClient, permissions: string, fileName?: string) =>
    blob.generateSasUrl({
      permissions: BlobSASPermissions.parse(permissions),
      expiresOn: new Date(Date.now() + 3_600_000),
      ...(fileName !== undefined && { contentDisposition: `attachment; filename="${fileName}"` }),
    });

  return {
    wire: proxy.faults,
    uploadUrl: (name) => signed(proxied.getBlockBlobClient(name), "cw"),
    downloadUrl: (name, fileName) => signed(proxied.getBlockBlobClient(name), "r", fileName),
    async size(name) {
      const blob = direct.getBlockBlobClient(name);
      return (await blob.exists()) ? (await blob.getProperties()).contentLength : undefined;
    },
    async remove(name) {
      await direct.getBlockBlobClient(name).deleteIfExists();
    },
    async flip(name) {
      const blob = direct.getBlockBlobClient(name);
      const bytes = await blob.downloadToBuffer();
      const middle = bytes.length >> 1;
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      const { contentType } = await blob.getProperties();
      await blob.uploadData(bytes, {
        ...(contentType !== undefined && { blobHTTPHeaders: { blobContentType: contentType } }),
      });
    },
    async stop() {
      await proxy.stop();
      await azurite.stop();
    },
  };
}
