import { SkeletonPage } from "../../../ui/skeleton.tsx";

/** Grey rows of the height of the real ones, after 150 ms. */
export default function Loading() {
  return (
    <>
      <header className="bar" />
      <SkeletonPage what="The page's figures" />
    </>
  );
}
